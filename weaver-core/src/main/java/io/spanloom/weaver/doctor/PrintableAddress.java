package io.spanloom.weaver.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as they may be printed: without user names, passwords, query strings, and what looks
 * like a token in the path. Of a malformed address, only what certainly is the scheme and the host
 * is printed; passwords are a common reason for an address to be malformed.
 */
final class PrintableAddress {

  /** Stands for what is not printed. */
  static final String MASK = "****";

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,15}://)(.*)", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*:\\d{1,5}(/[\\w./-]*)?");
  private static final Pattern WORD = Pattern.compile("[\\w./, -]{1,24}");

  private static final Pattern RUN = Pattern.compile("[\\w~=+%-]{16,}");

  private PrintableAddress() {}

  /** An address, whatever it is. */
  static String of(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getScheme() != null && uri.getHost() != null) {
        return parsed(uri);
      }
    } catch (URISyntaxException malformed) {
      // Its message quotes the address.
    }
    return malformed(address);
  }

  static String of(URI address) {
    return of(address.toString());
  }

  private static String parsed(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String scheme = uri.getScheme() + "://";
    if (isAmbiguous(uri)) {
      return scheme + MASK;
    }
    String user = uri.getRawUserInfo() == null ? "" : MASK + "@";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + MASK;
    String fragment = uri.getRawFragment() == null ? "" : "#" + MASK;
    return scheme + user + uri.getHost() + port + path(path) + query + fragment;
  }

  /** A password with a slash ends the host early: {@code http://user:1/2@host}. */
  private static boolean isAmbiguous(URI uri) {
    return Stream.of(uri.getRawPath(), uri.getRawQuery(), uri.getRawFragment())
        .anyMatch(part -> part != null && part.contains("@"));
  }

  private static String path(String path) {
    return Stream.of(path.split("/", -1))
        .map(segment -> looksLikeToken(segment) ? MASK : segment)
        .collect(Collectors.joining("/"));
  }

  private static String malformed(String address) {
    Matcher scheme = SCHEME.matcher(address);
    if (!scheme.matches()) {
      return HOST_AND_PORT.matcher(address).matches() ? address : MASK;
    }
    String rest = scheme.group(2);
    String authority = rest.split("[/?#\\\\]", 2)[0];
    boolean userInfo = authority.contains("@");
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    boolean certain =
        HOST.matcher(host).matches() && rest.lastIndexOf('@') <= authority.lastIndexOf('@');
    return scheme.group(1)
        + (userInfo || !certain ? MASK : "")
        + (userInfo && certain ? "@" : "")
        + (certain ? host : "")
        + (certain && rest.length() > authority.length() ? "/" + MASK : "");
  }

  /** A setting's value that is no address, as far as it is a word that settings have. */
  static String word(String value) {
    return WORD.matcher(value).matches() && !looksLikeToken(value) ? value : of(value);
  }

  /** Whether a text has a run that is long for a name and has letters and digits, as keys have. */
  static boolean looksLikeToken(String text) {
    return RUN.matcher(text)
        .results()
        .map(MatchResult::group)
        .anyMatch(
            run ->
                run.chars().anyMatch(Character::isDigit)
                    && run.chars().anyMatch(Character::isLetter));
  }

  /** What of an address nobody may print, even if somebody else repeats it. */
  static List<String> secretsIn(@Nullable String address) {
    List<String> secrets = new ArrayList<>();
    if (address == null) {
      return secrets;
    }
    int start = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
    int at = address.lastIndexOf('@');
    if (at > start) {
      String userInfo = address.substring(start, at);
      secrets.add(userInfo);
      secrets.add(userInfo.substring(userInfo.indexOf(':') + 1));
    }
    int query = address.indexOf('?');
    if (query >= 0) {
      for (String parameter : address.substring(query + 1).split("[&#]", -1)) {
        secrets.add(parameter.substring(parameter.indexOf('=') + 1));
      }
    }
    secrets.addAll(secrets.stream().map(PrintableAddress::decoded).toList());
    return secrets;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
