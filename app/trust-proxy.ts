import proxyAddr from "proxy-addr";

/** Whether an address may say on whose behalf it asks. `hop` is 0 for whoever holds the socket, 1 for whom that one names, … */
export type Trust = (address: string, hop: number) => boolean;

export const trustNobody: Trust = () => false;

/**
 * TRUST_PROXY as Express reads "trust proxy": how many proxies stand before the house, or a list of addresses, CIDRs
 * and the names loopback, linklocal and uniquelocal.
 * @throws TypeError for anything else; "true" too, for then every visitor could name any address.
 */
export function readTrust(setting: string): Trust {
  if (/^\d{1,2}$/.test(setting)) return (_, hop) => hop < Number(setting);
  return proxyAddr.compile(setting.split(/[\s,]+/).filter(Boolean));
}
