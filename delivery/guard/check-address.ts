import ipaddr from 'ipaddr.js';

/** An address that may be connected to, in the one form that was checked. */
export interface CheckedAddress {
  address: string;
  family: 4 | 6;
}

export interface AddressRefusal {
  why: string;
  /** An entry with exact host and port would allow it. */
  isForExactEntries: boolean;
}

export type AddressVerdict =
  | { checked: CheckedAddress; refusal: null }
  | { checked: null; refusal: AddressRefusal };

/**
 * Public by range, yet answered by the machine's own host: Azure's wire server
 * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16). Alibaba's metadata service
 * lies in the carrier's range, which exact entries may use.
 */
const metadataServices = new Set(['168.63.129.16', '100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254']);

/** Ranges of inside networks. Link-local, where most metadata services are, is not among them. */
const insideRanges = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

const refused = (why: string, isForExactEntries = false): AddressVerdict => ({
  checked: null,
  refusal: { why, isForExactEntries },
});

/**
 * Whether an address is public, or, where an exact entry stands for it, inside. An IPv4 address within an IPv6 one
 * counts as what it is; tunnels and translations (6to4, Teredo, NAT64) are refused, for they lead anywhere.
 */
export function checkAddress(text: string, isExact: boolean): AddressVerdict {
  if (!ipaddr.isValid(text)) return refused('what was found is no IP address');
  const ip = ipaddr.process(text);
  const address = ip.toString();
  if (metadataServices.has(address)) return refused(`${address} is a service of the cloud's own host`);
  const range = ip.range();
  if (insideRanges.has(range) && !isExact) return refused(`${address} is not public (${range})`, true);
  if (!insideRanges.has(range)) {
    if (range !== 'unicast') return refused(`${address} is not public (${range})`);
    // Beyond it nothing is assigned, and ipaddr.js calls unicast whatever it does not know.
    if (ip instanceof ipaddr.IPv6 && !ip.match(globalUnicast)) {
      return refused(`${address} is not public (unassigned)`);
    }
  }
  return { checked: { address, family: ip.kind() === 'ipv4' ? 4 : 6 }, refusal: null };
}
