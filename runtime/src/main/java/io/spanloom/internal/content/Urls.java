package io.spanloom.internal.content;

/** Passwords in URLs, and URLs that are secrets themselves, for whoever knows them may post. */
final class Urls {

  private static final int LONGEST_AUTHORITY = 256;
  private static final int LONGEST_HOST = 64;
  private static final String[] HOOKS = {
    "hooks.slack.com/services/",
    "hooks.slack.com/workflows/",
    "hooks.slack.com/triggers/",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "canary.discord.com/api/webhooks/",
    "ptb.discord.com/api/webhooks/",
    "hooks.zapier.com/hooks/",
    "maker.ifttt.com/trigger/",
    "chat.googleapis.com/v1/spaces/",
    "api.telegram.org/bot",
    "outlook.office.com/webhook/",
    "events.pagerduty.com/integration/",
    "open.feishu.cn/open-apis/bot/",
    "oapi.dingtalk.com/robot/",
    "qyapi.weixin.qq.com/cgi-bin/webhook/",
    "hook.us1.make.com/",
    "hook.us2.make.com/",
    "hook.eu1.make.com/",
    "hook.eu2.make.com/",
    "hook.integromat.com/",
    "api.opsgenie.com/v1/json/"
  };

  private Urls() {}

  /** Looks behind the colon before two slashes. */
  static int look(CharSequence text, int at, ScanState scan) {
    int host = at + 3;
    int user = -1;
    int password = -1;
    int end = host;
    for (; end - host < LONGEST_AUTHORITY && end < text.length(); end++) {
      char character = text.charAt(end);
      if (character == '@') {
        user = end;
      } else if (character == ':' && password < 0) {
        password = end + 1;
      } else if (isEnd(character)) {
        break;
      }
    }
    if (user > 0) {
      return userInfo(text, at, password, user, scan);
    }
    int path = hook(text, host);
    if (path < 0) {
      return at + 1;
    }
    int last = path;
    while (last < text.length() && !isUrlEnd(text.charAt(last))) {
      last++;
    }
    if (last - path < 8) {
      return at + 1;
    }
    scan.found(path, last, "SECRET");
    return last;
  }

  private static int userInfo(CharSequence text, int at, int password, int user, ScanState scan) {
    boolean said = password > 0 && password < user;
    boolean secret =
        said
            && "${<[*%".indexOf(text.charAt(password)) < 0
            && !Texts.isAt(text, password, "...")
            && !Texts.isAt(text, password, ContentPolicy.MASK);
    if (secret) {
      scan.found(password, user, "SECRET");
    }
    // Behind the sign, for a user and a host are no address to write to.
    return said ? user + 1 : at + 1;
  }

  private static int hook(CharSequence text, int host) {
    int slash = host;
    while (slash - host < LONGEST_HOST && slash < text.length() && text.charAt(slash) != '/') {
      if (isUrlEnd(text.charAt(slash))) {
        return -1;
      }
      slash++;
    }
    for (String hook : HOOKS) {
      if (Texts.isAt(text, host, hook)) {
        return host + hook.length();
      }
    }
    boolean office =
        Texts.isAt(text, slash - ".webhook.office.com".length(), ".webhook.office.com");
    boolean azure = Texts.isAt(text, slash, "/webhookb2/");
    return office && azure ? slash + "/webhookb2/".length() : -1;
  }

  private static boolean isEnd(char character) {
    return isUrlEnd(character) || character == '/' || character == '?' || character == '#';
  }

  private static boolean isUrlEnd(char character) {
    return character <= ' ' || "\"'`<>\\|".indexOf(character) >= 0 || Texts.isSpace(character);
  }
}
