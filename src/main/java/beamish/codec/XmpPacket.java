package beamish.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this program changes in an XMP packet. It is treated as text; the rest stays as it was. */
final class XmpPacket {
  private static final Pattern ORIENTATION =
      Pattern.compile("(tiff:Orientation(?:\\s*=\\s*[\"']|\\s*>)\\s*)[2-8](?=\\s*[\"'<])");
  private static final Pattern EXTENDED =
      Pattern.compile("xmpNote:HasExtendedXMP(?:\\s*=\\s*[\"']|\\s*>)\\s*([0-9A-Fa-f]{32})");
  private static final Pattern EXTENDED_ATTRIBUTE =
      Pattern.compile("\\s*xmpNote:HasExtendedXMP\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
  private static final Pattern EXTENDED_ELEMENT =
      Pattern.compile("<xmpNote:HasExtendedXMP>[^<]*</xmpNote:HasExtendedXMP>\\s*");
  private static final Pattern RDF =
      Pattern.compile("<rdf:RDF([^>]*)>(.*)</rdf:RDF\\s*>", Pattern.DOTALL);

  private static final Pattern NAMESPACE =
      Pattern.compile("(xmlns:[\\w.-]+)=(?:\"[^\"]*\"|'[^']*')");

  private XmpPacket() {}

  /** The same packet saying that the pixels are upright; no byte moves. */
  static byte[] withUprightOrientation(byte[] xmp) {
    Matcher matcher = ORIENTATION.matcher(latin(xmp));
    return matcher.find() ? bytes(matcher.replaceAll("$11")) : xmp;
  }

  /** The name of the packet's extension, by which JPEG segments carry it; null if it has none. */
  static @Nullable String extensionName(byte[] xmp) {
    Matcher matcher = EXTENDED.matcher(latin(xmp));
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : null;
  }

  /**
   * One packet of a JPEG's main packet and its extension (XMP specification part 3, 1.1.3.1): the
   * extension's descriptions join the main packet's.
   */
  static byte[] merged(byte[] main, byte[] extension) {
    Matcher into = RDF.matcher(latin(main));
    Matcher from = RDF.matcher(latin(extension));
    if (!into.find() || !from.find()) {
      return main;
    }
    String text = latin(main);
    StringBuilder names = new StringBuilder();
    String head = text.substring(0, into.end(1));
    Matcher name = NAMESPACE.matcher(latin(extension).substring(0, from.end(1)));
    while (name.find()) {
      if (!head.contains(name.group(1) + "=") && names.indexOf(name.group(1) + "=") < 0) {
        names.append(' ').append(name.group());
      }
    }
    String joined =
        head
            + names
            + text.substring(into.end(1), into.end(2))
            + from.group(2)
            + text.substring(into.end(2));
    joined = EXTENDED_ATTRIBUTE.matcher(joined).replaceFirst("");
    return bytes(EXTENDED_ELEMENT.matcher(joined).replaceFirst(""));
  }

  /** The name that an extension must have: its MD5 digest in upper-case hexadecimal. */
  static String nameOf(byte[] extension) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(extension);
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A small main packet that only refers to the extension of the given name. */
  static byte[] referringTo(String extensionName) {
    String packet =
        """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/"
            xmpNote:HasExtendedXMP="%s"/>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>"""
            .formatted(extensionName);
    return packet.getBytes(StandardCharsets.UTF_8);
  }

  private static String latin(byte[] xmp) {
    return new String(xmp, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
