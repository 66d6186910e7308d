package architecture.broken.edit;

/** A name that says nothing, and a field with another. */
public record PhotoManager(String imageUtils) {}
