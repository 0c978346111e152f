/**
 * Mail domains at which millions have their mailbox, in the spelling of `canonicalEmail`: that many sign from one says
 * nothing, and to block one shuts out a good part of all people.
 */
export const LARGE_PROVIDERS: ReadonlySet<string> = new Set([
  "gmail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "icloud.com", "aol.com", "proton.me", "fastmail.com", "zoho.com",
  "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org", "bluewin.ch",
  "hotmail.co.uk", "live.co.uk", "yahoo.co.uk", "btinternet.com", "sky.com", "virginmedia.com", "talktalk.net",
  "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "hotmail.fr", "yahoo.fr", "libero.it", "virgilio.it", "tiscali.it", "alice.it", "hotmail.it",
  "hotmail.es", "yahoo.es", "telefonica.net", "sapo.pt", "ziggo.nl", "kpnmail.nl", "telenet.be", "skynet.be", "wp.pl", "o2.pl", "interia.pl", "onet.pl", "seznam.cz",
  "mail.ru", "yandex.ru", "bk.ru", "ukr.net", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "cox.net", "rogers.com", "bell.net", "shaw.ca",
  "bigpond.com", "xtra.co.nz", "uol.com.br", "bol.com.br", "terra.com.br", "yahoo.com.br", "rediffmail.com", "yahoo.co.in", "qq.com", "163.com", "126.com",
  "naver.com", "daum.net", "yahoo.co.jp", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp",
]);
