/**
 * The eleven organisations, in the order in which the Internet Society lists them. An address is given only where
 * it is certainly the organisation's own.
 */
export const coSigners = [
  { name: "Mozilla", url: "https://foundation.mozilla.org/" },
  { name: "Internet Society", url: "https://www.internetsociety.org/" },
  { name: "Consumers International", url: "https://www.consumersinternational.org/" },
  { name: "ColorOfChange", url: "https://colorofchange.org/" },
  { name: "Open Media & Information Companies Initiative", url: "https://www.openmic.org/" },
  { name: "Common Sense Media", url: "https://www.commonsensemedia.org/" },
  { name: "Story of Stuff", url: "https://www.storyofstuff.org/" },
  { name: "Center for Democracy & Technology", url: "https://cdt.org/" },
  { name: "Consumer Federation of America", url: "https://consumerfed.org/" },
  { name: "18 Million Rising", url: "https://18millionrising.org/" },
  { name: "Hollaback", url: null },
];
