import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** Addresses that are not somebody else's public server: this machine, private and link-local networks, multicast, and what embeds them. */
const PRIVATE_4 = new BlockList();
/** A list of its own: Node holds an IPv4 address against rules for the IPv6 addresses that embed it, all of which are refused here. */
const PRIVATE_6 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE_4.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE_6.addSubnet(net, prefix, 'ipv6');
}

export const isPrivate = (address: string): boolean =>
  isIP(address) === 6 ? PRIVATE_6.check(address, 'ipv6') : PRIVATE_4.check(address, 'ipv4');

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/** Is the host, or the host with this port, named in the configuration? */
const isNamed = (url: URL, hosts: readonly string[]): boolean =>
  hosts.includes(hostOf(url)) || hosts.includes(`${hostOf(url)}:${portOf(url)}`);

/** May a webhook be sent there at all? https to a host that is not an address of a private network; anything over http(s) to a named host. */
export const isAllowed = (address: string, hosts: readonly string[]): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || !['http:', 'https:'].includes(url.protocol)) return false;
  if (isNamed(url, hosts)) return true;
  return url.protocol === 'https:' && !(isIP(hostOf(url)) > 0 && isPrivate(hostOf(url)));
};

/** Looks a host up and refuses private addresses; the connection is made to what was looked at, so no second answer can slip in. */
const guardedLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const [first] = found;
    if (!first || found.some(({ address }) => isPrivate(address))) {
      return callback(Object.assign(new Error(`${host} leads into a private network`), { code: 'EPRIVATE' }), '', 0);
    }
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};

/** The look-up for a connection to `address`; undefined, which is Node's own, for a named host. */
export const lookupFor = (address: string, hosts: readonly string[]): LookupFunction | undefined =>
  isNamed(new URL(address), hosts) ? undefined : guardedLookup;
