package architecture.broken.image;

import architecture.broken.edit.ShowsNode;

/** A room of the ground floor that sees one above. */
public record LooksUp(ShowsNode above) {}
