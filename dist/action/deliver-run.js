import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { $ as uploadArtifact, At as literal, I as visibleText, Lt as strictObject, Nt as object, Q as runUrl, Rt as string, X as setFailed, Z as artifactUrl, dt as warning, et as writeFiles, ft as summary, lt as setOutput, nt as ZenPulseError, rt as toZenPulseError, st as info, ut as setSecret, wt as discriminatedUnion, xt as array, z as orAborted, zt as union } from "./start.js";
import { h as canonicalJson, p as withoutQuery } from "./after-reading.js";
import { t as textPieces } from "./text-pieces.js";
const { createHash } = process.getBuiltinModule("node:crypto");
const { join } = process.getBuiltinModule("node:path");
const { request, validateHeaderValue } = process.getBuiltinModule("node:http");
const { connect, isIP } = process.getBuiltinModule("node:net");
const { connect: connect$1 } = process.getBuiltinModule("node:tls");

// delivery/guard/exchange.ts
/**
* One POST over a connection that is there, and its answer up to the cap.
* @throws Error of Node when the answer is not whole
*/
async function exchange(url, { headers, body }, socket, { maxAnswerBytes, signal }) {
	const { promise, resolve, reject } = Promise.withResolvers();
	const request$1 = request({
		method: "POST",
		path: url.pathname + url.search,
		headers: {
			...headers,
			host: url.host,
			"content-length": Buffer.byteLength(body),
			connection: "close"
		},
		createConnection: () => socket,
		signal
	});
	request$1.once("response", resolve);
	request$1.on("error", reject);
	request$1.end(body);
	const response = await promise;
	const { text, truncated } = await readUpTo(response, maxAnswerBytes);
	signal.throwIfAborted();
	if (!truncated && socket.errored) throw socket.errored;
	return {
		status: response.statusCode ?? 0,
		headers: headersOf(response),
		body: text,
		truncated
	};
}
/** Stops reading at the cap; what comes after it is never waited for. */
async function readUpTo(response, maxBytes) {
	const chunks = [];
	let left = maxBytes;
	let truncated = false;
	for await (const chunk of response) {
		chunks.push(chunk.subarray(0, left));
		truncated = chunk.length > left;
		left -= chunk.length;
		if (truncated) break;
	}
	return {
		text: Buffer.concat(chunks).toString("utf8"),
		truncated
	};
}
function headersOf({ headersDistinct }) {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(headersDistinct)) for (const value of values) headers.append(name, value);
	return headers;
}

// delivery/guard/allowed-host.ts
/** A name is the same with the dot that ends a fully qualified one. */
const withoutTrailingDot = (hostname) => hostname.replace(/\.$/, "");
/** An entry such as `zenpulse.example.com`, `receiver.internal:8080` or `[::1]:8080`; null when it is none. */
function parseAllowedHost(entry) {
	const { host = "", port = null } = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>[1-9]\d{0,4}))?$/.exec(entry.trim())?.groups ?? {};
	if (host === "" || /[/\\?#@%*\s]/.test(host) || Number(port) > 65535) return null;
	const url = URL.parse(`https://${host}/`);
	if (url === null) return null;
	return {
		hostname: withoutTrailingDot(url.hostname),
		port: port === null ? null : Number(port)
	};
}

// delivery/guard/judge-destination.ts
const refusal = (host, why, next) => new ZenPulseError("destination_refused", {
	host,
	why,
	next
});
/**
* Checks a URL by itself: nothing is looked up.
* @param allowedHosts entries as in `callback_allowed_hosts`
* @throws ZenPulseError `destination_refused`
*/
function judgeDestination(address, allowedHosts) {
	const url = URL.parse(address);
	if (url === null) throw refusal("the given address", "it is not an absolute URL", "Give a whole URL, starting with https://.");
	const isPlain = url.protocol === "http:";
	if (!isPlain && url.protocol !== "https:") throw refusal("the given address", "its scheme is not https", "Give a URL that starts with https://.");
	url.hostname = withoutTrailingDot(url.hostname);
	const { host } = url;
	if (url.username !== "" || url.password !== "") throw refusal(host, "its URL holds a user or a password", "Take them out of the URL; a callback proves itself by its headers.");
	const port = Number(url.port || (isPlain ? 80 : 443));
	const hostAndPort = `${url.hostname}:${port}`;
	const entries = allowedHosts.map(parseAllowedHost).filter((entry) => entry?.hostname === url.hostname);
	const isExact = entries.some((entry) => entry?.port === port);
	const isNamed = entries.some((entry) => entry?.port === null);
	if (!isExact && !isNamed) throw notListed(host, hostAndPort, entries);
	if (!isExact && isPlain) throw refusal(host, "http is not encrypted", `Use https, or for a receiver inside your network write "${hostAndPort}" in callback_allowed_hosts of the workflow file.`);
	if (!isExact && port !== 443) throw refusal(host, `callback_allowed_hosts names ${url.hostname} without a port, which is port 443 alone`, `Use port 443, or write "${hostAndPort}" in callback_allowed_hosts of the workflow file.`);
	return {
		url,
		hostname: url.hostname.replace(/^\[|\]$/g, ""),
		port,
		isExact
	};
}
function notListed(host, hostAndPort, sameHost) {
	const why = sameHost.length === 0 ? "callback_allowed_hosts does not name it" : "callback_allowed_hosts names it with another port";
	return refusal(host, why, `If it is meant, add "${sameHost.length === 0 ? host : hostAndPort}" to callback_allowed_hosts in the workflow file.`);
}

// delivery/guard/open-connection.ts
/**
* A connection to one of the checked addresses, for https with the certificate checked against the host. Nothing of
* a request is written before it is there.
* @throws Error of Node when no address answers, the certificate is not good, or the signal is aborted
*/
async function openConnection({ url, hostname, port }, addresses, signal) {
	signal.throwIfAborted();
	const isSecure = url.protocol === "https:";
	const isName = isIP(hostname) === 0;
	const target = {
		host: isName ? hostname : addresses[0]?.address ?? hostname,
		port,
		lookup: lookupOf(addresses)
	};
	const socket = isSecure ? connect$1({
		...target,
		servername: isName ? hostname : "",
		ALPNProtocols: ["http/1.1"]
	}) : connect(target);
	const { promise, resolve, reject } = Promise.withResolvers();
	const onAbort = () => socket.destroy(signal.reason);
	signal.addEventListener("abort", onAbort, { once: true });
	socket.once(isSecure ? "secureConnect" : "connect", resolve);
	socket.once("error", reject);
	socket.once("close", () => reject(/* @__PURE__ */ new Error("it closed the connection")));
	try {
		await promise;
		return socket;
	} catch (error) {
		socket.destroy();
		throw error;
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
/** A look-up that knows only what was checked, so that the name is not looked up again. */
function lookupOf(addresses) {
	return (_hostname, options, callback) => {
		const [first] = addresses;
		if (options.all || first === void 0) callback(null, [...addresses]);
		else callback(null, first.address, first.family);
	};
}

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	(function(root) {
		"use strict";
		const ipv4Part = "(0?\\d+|0x[a-f0-9]+)";
		const ipv4Regexes = {
			fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
			longValue: new RegExp(`^${ipv4Part}$`, "i")
		};
		const octalRegex = new RegExp(`^0[0-7]+$`, "i");
		const hexRegex = new RegExp(`^0x[a-f0-9]+$`, "i");
		const zoneIndex = "%[0-9a-z]{1,}";
		const ipv6Part = "(?:[0-9a-f]+::?)+";
		const ipv6Regexes = {
			zoneIndex: new RegExp(zoneIndex, "i"),
			"native": new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
			deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
			transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
		};
		function expandIPv6(string, parts) {
			if (string.indexOf("::") !== string.lastIndexOf("::")) return null;
			let colonCount = 0;
			let lastColon = -1;
			let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0];
			let replacement, replacementCount;
			if (zoneId) {
				zoneId = zoneId.substring(1);
				string = string.replace(/%.+$/, "");
			}
			while ((lastColon = string.indexOf(":", lastColon + 1)) >= 0) colonCount++;
			if (string.substr(0, 2) === "::") colonCount--;
			if (string.substr(-2, 2) === "::") colonCount--;
			if (colonCount >= parts) return null;
			replacementCount = parts - colonCount;
			replacement = ":";
			while (replacementCount--) replacement += "0:";
			string = string.replace("::", replacement);
			if (string[0] === ":") string = string.slice(1);
			if (string[string.length - 1] === ":") string = string.slice(0, -1);
			parts = (function() {
				const ref = string.split(":");
				const results = [];
				for (let i = 0; i < ref.length; i++) results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
				return results;
			})();
			return {
				parts,
				zoneId
			};
		}
		function matchCIDR(first, second, partSize, cidrBits) {
			if (first.length !== second.length) throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
			let part = 0;
			let shift;
			while (cidrBits > 0) {
				shift = partSize - cidrBits;
				if (shift < 0) shift = 0;
				if (first[part] >> shift !== second[part] >> shift) return false;
				cidrBits -= partSize;
				part += 1;
			}
			return true;
		}
		function parseIntAuto(string) {
			if (hexRegex.test(string)) return parseInt(string, 16);
			if (string[0] === "0" && !isNaN(parseInt(string[1], 10))) {
				if (octalRegex.test(string)) return parseInt(string, 8);
				throw new Error(`ipaddr: cannot parse ${string} as octal`);
			}
			return parseInt(string, 10);
		}
		function padPart(part, length) {
			while (part.length < length) part = `0${part}`;
			return part;
		}
		const ipaddr = {};
		ipaddr.IPv4 = (function() {
			function IPv4(octets) {
				if (octets.length !== 4) throw new Error("ipaddr: ipv4 octet count should be 4");
				let i, octet;
				for (i = 0; i < octets.length; i++) {
					octet = octets[i];
					if (!(0 <= octet && octet <= 255)) throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
				}
				this.octets = octets;
			}
			IPv4.prototype.SpecialRanges = {
				unspecified: [[new IPv4([
					0,
					0,
					0,
					0
				]), 8]],
				broadcast: [[new IPv4([
					255,
					255,
					255,
					255
				]), 32]],
				multicast: [[new IPv4([
					224,
					0,
					0,
					0
				]), 4]],
				linkLocal: [[new IPv4([
					169,
					254,
					0,
					0
				]), 16]],
				loopback: [[new IPv4([
					127,
					0,
					0,
					0
				]), 8]],
				carrierGradeNat: [[new IPv4([
					100,
					64,
					0,
					0
				]), 10]],
				"private": [
					[new IPv4([
						10,
						0,
						0,
						0
					]), 8],
					[new IPv4([
						172,
						16,
						0,
						0
					]), 12],
					[new IPv4([
						192,
						168,
						0,
						0
					]), 16]
				],
				reserved: [
					[new IPv4([
						192,
						0,
						0,
						0
					]), 24],
					[new IPv4([
						192,
						0,
						2,
						0
					]), 24],
					[new IPv4([
						192,
						88,
						99,
						0
					]), 24],
					[new IPv4([
						198,
						18,
						0,
						0
					]), 15],
					[new IPv4([
						198,
						51,
						100,
						0
					]), 24],
					[new IPv4([
						203,
						0,
						113,
						0
					]), 24],
					[new IPv4([
						240,
						0,
						0,
						0
					]), 4]
				],
				as112: [[new IPv4([
					192,
					175,
					48,
					0
				]), 24], [new IPv4([
					192,
					31,
					196,
					0
				]), 24]],
				amt: [[new IPv4([
					192,
					52,
					193,
					0
				]), 24]]
			};
			IPv4.prototype.kind = function() {
				return "ipv4";
			};
			IPv4.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv4") throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
				return matchCIDR(this.octets, other.octets, 8, cidrRange);
			};
			IPv4.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 8,
					128: 7,
					192: 6,
					224: 5,
					240: 4,
					248: 3,
					252: 2,
					254: 1,
					255: 0
				};
				let i, octet, zeros;
				for (i = 3; i >= 0; i -= 1) {
					octet = this.octets[i];
					if (octet in zerotable) {
						zeros = zerotable[octet];
						if (stop && zeros !== 0) return null;
						if (zeros !== 8) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 32 - cidr;
			};
			IPv4.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv4.prototype.toByteArray = function() {
				return this.octets.slice(0);
			};
			IPv4.prototype.toIPv4MappedAddress = function() {
				return ipaddr.IPv6.parse(`::ffff:${this.toString()}`);
			};
			IPv4.prototype.toNormalizedString = function() {
				return this.toString();
			};
			IPv4.prototype.toString = function() {
				return this.octets.join(".");
			};
			return IPv4;
		})();
		ipaddr.IPv4.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.isIPv4 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv4.isValid = function(string) {
			try {
				new this(this.parser(string));
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidCIDR = function(string) {
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidFourPartDecimal = function(string) {
			if (ipaddr.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) return true;
			else return false;
		};
		ipaddr.IPv4.isValidCIDRFourPartDecimal = function(string) {
			const match = string.match(/^(.+)\/(\d+)$/);
			if (!ipaddr.IPv4.isValidCIDR(string) || !match) return false;
			return ipaddr.IPv4.isValidFourPartDecimal(match[1]);
		};
		ipaddr.IPv4.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.parse = function(string) {
			const parts = this.parser(string);
			if (parts === null) throw new Error("ipaddr: string is not formatted like an IPv4 Address");
			return new this(parts);
		};
		ipaddr.IPv4.parseCIDR = function(string) {
			let match;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				const maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 32) {
					const parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
		};
		ipaddr.IPv4.parser = function(string) {
			let match, part, value;
			if (match = string.match(ipv4Regexes.fourOctet)) return (function() {
				const ref = match.slice(1, 6);
				const results = [];
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					results.push(parseIntAuto(part));
				}
				return results;
			})();
			else if (match = string.match(ipv4Regexes.longValue)) {
				value = parseIntAuto(match[1]);
				if (value > 4294967295 || value < 0) throw new Error("ipaddr: address outside defined range");
				return (function() {
					const results = [];
					let shift = 0;
					for (; shift <= 24; shift += 8) results.push(value >> shift & 255);
					return results;
				})().reverse();
			} else if (match = string.match(ipv4Regexes.twoOctet)) return (function() {
				const ref = match.slice(1, 4);
				const results = [];
				value = parseIntAuto(ref[1]);
				if (value > 16777215 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(value >> 16 & 255);
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else if (match = string.match(ipv4Regexes.threeOctet)) return (function() {
				const ref = match.slice(1, 5);
				const results = [];
				value = parseIntAuto(ref[2]);
				if (value > 65535 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(parseIntAuto(ref[1]));
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else return null;
		};
		ipaddr.IPv4.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) throw new Error("ipaddr: invalid IPv4 prefix length");
			const octets = [
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 4) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.IPv6 = (function() {
			function IPv6(parts, zoneId) {
				let i, part;
				if (parts.length === 16) {
					this.parts = [];
					for (i = 0; i <= 14; i += 2) this.parts.push(parts[i] << 8 | parts[i + 1]);
				} else if (parts.length === 8) this.parts = parts;
				else throw new Error("ipaddr: ipv6 part count should be 8 or 16");
				for (i = 0; i < this.parts.length; i++) {
					part = this.parts[i];
					if (!(0 <= part && part <= 65535)) throw new Error("ipaddr: ipv6 part should fit in 16 bits");
				}
				if (zoneId) this.zoneId = zoneId;
			}
			IPv6.prototype.SpecialRanges = {
				unspecified: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 128],
				linkLocal: [new IPv6([
					65152,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				multicast: [new IPv6([
					65280,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 8],
				loopback: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					1
				]), 128],
				uniqueLocal: [new IPv6([
					64512,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 7],
				ipv4Mapped: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					65535,
					0,
					0
				]), 96],
				deprecatedSiteLocal: [new IPv6([
					65216,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				discard: [new IPv6([
					256,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 64],
				rfc6145: [new IPv6([
					0,
					0,
					0,
					0,
					65535,
					0,
					0,
					0
				]), 96],
				rfc6052: [[new IPv6([
					100,
					65435,
					0,
					0,
					0,
					0,
					0,
					0
				]), 96], [new IPv6([
					100,
					65435,
					1,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				"6to4": [new IPv6([
					8194,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				teredo: [new IPv6([
					8193,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				benchmarking: [new IPv6([
					8193,
					2,
					0,
					0,
					0,
					0,
					0,
					0
				]), 48],
				amt: [new IPv6([
					8193,
					3,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				as112v6: [[new IPv6([
					8193,
					4,
					274,
					0,
					0,
					0,
					0,
					0
				]), 48], [new IPv6([
					9760,
					79,
					32768,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				deprecatedOrchid: [new IPv6([
					8193,
					16,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				orchid2: [new IPv6([
					8193,
					32,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				droneRemoteIdProtocolEntityTags: [new IPv6([
					8193,
					48,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				segmentRouting: [new IPv6([
					24320,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				reserved: [
					[new IPv6([
						8193,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 23],
					[new IPv6([
						8193,
						3512,
						0,
						0,
						0,
						0,
						0,
						0
					]), 32],
					[new IPv6([
						16383,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 20]
				]
			};
			IPv6.prototype.isIPv4MappedAddress = function() {
				return this.range() === "ipv4Mapped";
			};
			IPv6.prototype.kind = function() {
				return "ipv6";
			};
			IPv6.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv6") throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
				return matchCIDR(this.parts, other.parts, 16, cidrRange);
			};
			IPv6.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 16,
					32768: 15,
					49152: 14,
					57344: 13,
					61440: 12,
					63488: 11,
					64512: 10,
					65024: 9,
					65280: 8,
					65408: 7,
					65472: 6,
					65504: 5,
					65520: 4,
					65528: 3,
					65532: 2,
					65534: 1,
					65535: 0
				};
				let part, zeros;
				for (let i = 7; i >= 0; i -= 1) {
					part = this.parts[i];
					if (part in zerotable) {
						zeros = zerotable[part];
						if (stop && zeros !== 0) return null;
						if (zeros !== 16) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 128 - cidr;
			};
			IPv6.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv6.prototype.toByteArray = function() {
				let part;
				const bytes = [];
				const ref = this.parts;
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					bytes.push(part >> 8);
					bytes.push(part & 255);
				}
				return bytes;
			};
			IPv6.prototype.toFixedLengthString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(padPart(this.parts[i].toString(16), 4));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toIPv4Address = function() {
				if (!this.isIPv4MappedAddress()) throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
				const ref = this.parts.slice(-2);
				const high = ref[0];
				const low = ref[1];
				return new ipaddr.IPv4([
					high >> 8,
					high & 255,
					low >> 8,
					low & 255
				]);
			};
			IPv6.prototype.toNormalizedString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(this.parts[i].toString(16));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toRFC5952String = function() {
				const regex = /((^|:)(0(:|$)){2,})/g;
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				const normalized = this.toNormalizedString();
				const string = normalized.slice(0, normalized.length - suffix.length);
				let bestMatchIndex = 0;
				let bestMatchLength = -1;
				let bestMatchGroups = -1;
				let match;
				while (match = regex.exec(string)) {
					const groups = (match[0].match(/0/g) || []).length;
					if (groups > bestMatchGroups) {
						bestMatchGroups = groups;
						bestMatchIndex = match.index;
						bestMatchLength = match[0].length;
					}
				}
				if (bestMatchLength < 0) return string + suffix;
				return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
			};
			IPv6.prototype.toString = function() {
				return this.toRFC5952String();
			};
			return IPv6;
		})();
		ipaddr.IPv6.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.isIPv6 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv6.isValid = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				const addr = this.parser(string);
				new this(addr.parts, addr.zoneId);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.isValidCIDR = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.parse = function(string) {
			const addr = this.parser(string);
			if (addr === null) throw new Error("ipaddr: string is not formatted like an IPv6 Address");
			return new this(addr.parts, addr.zoneId);
		};
		ipaddr.IPv6.parseCIDR = function(string) {
			let maskLength, match, parsed;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 128) {
					parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
		};
		ipaddr.IPv6.parser = function(string) {
			let addr, i, match, octet, octets, zoneId;
			if (match = string.match(ipv6Regexes.deprecatedTransitional)) return this.parser(`::ffff:${match[1]}`);
			if (ipv6Regexes.native.test(string)) return expandIPv6(string, 8);
			if (match = string.match(ipv6Regexes.transitional)) {
				zoneId = match[6] || "";
				addr = match[1];
				if (!match[1].endsWith("::")) addr = addr.slice(0, -1);
				addr = expandIPv6(addr + zoneId, 6);
				if (addr && addr.parts) {
					octets = [
						parseInt(match[2]),
						parseInt(match[3]),
						parseInt(match[4]),
						parseInt(match[5])
					];
					for (i = 0; i < octets.length; i++) {
						octet = octets[i];
						if (!(0 <= octet && octet <= 255)) return null;
					}
					addr.parts.push(octets[0] << 8 | octets[1]);
					addr.parts.push(octets[2] << 8 | octets[3]);
					return {
						parts: addr.parts,
						zoneId: addr.zoneId
					};
				}
			}
			return null;
		};
		ipaddr.IPv6.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) throw new Error("ipaddr: invalid IPv6 prefix length");
			const octets = [
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 16) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.fromByteArray = function(bytes) {
			const length = bytes.length;
			if (length === 4) return new ipaddr.IPv4(bytes);
			else if (length === 16) return new ipaddr.IPv6(bytes);
			else throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
		};
		ipaddr.isValid = function(string) {
			return ipaddr.IPv6.isValid(string) || ipaddr.IPv4.isValid(string);
		};
		ipaddr.isValidCIDR = function(string) {
			return ipaddr.IPv6.isValidCIDR(string) || ipaddr.IPv4.isValidCIDR(string);
		};
		ipaddr.parse = function(string) {
			if (ipaddr.IPv6.isValid(string)) return ipaddr.IPv6.parse(string);
			else if (ipaddr.IPv4.isValid(string)) return ipaddr.IPv4.parse(string);
			else throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
		};
		ipaddr.parseCIDR = function(string) {
			try {
				return ipaddr.IPv6.parseCIDR(string);
			} catch {
				try {
					return ipaddr.IPv4.parseCIDR(string);
				} catch (e) {
					throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
				}
			}
		};
		ipaddr.process = function(string) {
			const addr = this.parse(string);
			if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) return addr.toIPv4Address();
			else return addr;
		};
		ipaddr.subnetMatch = function(address, rangeList, defaultName) {
			let i, rangeName, rangeSubnets, subnet;
			if (defaultName === void 0 || defaultName === null) defaultName = "unicast";
			for (rangeName in rangeList) if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
				rangeSubnets = rangeList[rangeName];
				if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) rangeSubnets = [rangeSubnets];
				for (i = 0; i < rangeSubnets.length; i++) {
					subnet = rangeSubnets[i];
					if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) return rangeName;
				}
			}
			return defaultName;
		};
		if (typeof module !== "undefined" && module.exports) module.exports = ipaddr;
		else root.ipaddr = ipaddr;
	})(this$3);
}));

// delivery/guard/check-address.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
/**
* Public by range, yet answered by the machine's own host: Azure's wire server
* (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16). Alibaba's metadata service
* lies in the carrier's range, which exact entries may use.
*/
const metadataServices = /* @__PURE__ */ new Set([
	"168.63.129.16",
	"100.100.100.200",
	"fd00:ec2::254",
	"fd20:ce::254"
]);
/** Ranges of inside networks. Link-local, where most metadata services are, is not among them. */
const insideRanges = /* @__PURE__ */ new Set([
	"private",
	"loopback",
	"uniqueLocal",
	"carrierGradeNat"
]);
const globalUnicast = import_ipaddr.default.IPv6.parseCIDR("2000::/3");
const refused$1 = (why, isForExactEntries = false) => ({
	checked: null,
	refusal: {
		why,
		isForExactEntries
	}
});
/**
* Whether an address is public, or, where an exact entry stands for it, inside. An IPv4 address within an IPv6 one
* counts as what it is; tunnels and translations (6to4, Teredo, NAT64) are refused, for they lead anywhere.
*/
function checkAddress(text, isExact) {
	if (!import_ipaddr.default.isValid(text)) return refused$1("what was found is no IP address");
	const ip = import_ipaddr.default.process(text);
	const address = ip.toString();
	if (metadataServices.has(address)) return refused$1(`${address} is a service of the cloud's own host`);
	const range = ip.range();
	if (insideRanges.has(range) && !isExact) return refused$1(`${address} is not public (${range})`, true);
	if (!insideRanges.has(range)) {
		if (range !== "unicast") return refused$1(`${address} is not public (${range})`);
		if (ip instanceof import_ipaddr.default.IPv6 && !ip.match(globalUnicast)) return refused$1(`${address} is not public (unassigned)`);
	}
	return {
		checked: {
			address,
			family: ip.kind() === "ipv4" ? 4 : 6
		},
		refusal: null
	};
}

// delivery/guard/reachable-addresses.ts
/**
* The addresses of a destination, each of them checked; the name is looked up once. One that is not allowed refuses
* them all: whoever answers the look-up decides their order.
* @throws ZenPulseError `destination_refused`
* @throws Error when the look-up failed, found nothing or was aborted
*/
async function reachableAddresses(destination, resolve, signal) {
	const { hostname, url, port, isExact } = destination;
	signal.throwIfAborted();
	const isLiteral = isIP(hostname) !== 0;
	const found = isLiteral ? [hostname] : (await orAborted(resolve(hostname), signal)).map(({ address }) => address);
	if (found.length === 0) throw new Error("its name has no address");
	return found.map((address) => {
		const { checked, refusal } = checkAddress(address, isExact);
		if (checked !== null) return checked;
		throw new ZenPulseError("destination_refused", {
			host: url.host,
			why: isLiteral ? refusal.why : `its name leads to where nothing may be sent: ${refusal.why}`,
			next: refusal.isForExactEntries ? `For a receiver inside your network write "${url.hostname}:${port}" in callback_allowed_hosts of the workflow file; else check the DNS records of ${hostname}.` : "No entry of callback_allowed_hosts allows such an address; use another one."
		});
	});
}

// delivery/guard/short-cause.ts
const shownLength$1 = 160;
/** Why a connection failed, on one short line: Node's code where there is one. */
function shortCause(thrown) {
	if (!(thrown instanceof Error)) return "it gave no reason";
	const text = ("code" in thrown && typeof thrown.code === "string" ? thrown.code : "") || visibleText(thrown.message);
	return text.length > shownLength$1 ? `${text.slice(0, shownLength$1)}…` : text;
}

// delivery/guarded-fetch.ts
const defaultTimeoutMs = 15e3;
const defaultMaxAnswerBytes = 65536;
/**
* POSTs to allowed hosts alone, on the very addresses that were checked. It follows no redirect, uses no proxy (a
* proxy would look the name up again) and keeps no connection.
*/
function createGuardedFetch(options) {
	const { allowedHosts, resolve, timeoutMs = defaultTimeoutMs } = options;
	const maxAnswerBytes = options.maxAnswerBytes ?? defaultMaxAnswerBytes;
	return async (request, stop) => {
		const destination = judgeDestination(request.url, allowedHosts);
		const { host } = destination.url;
		refuseBadHeaders(host, request);
		const deadline = AbortSignal.timeout(timeoutMs);
		const signal = stop === void 0 ? deadline : AbortSignal.any([deadline, stop]);
		const causeOf = (thrown) => {
			if (stop?.aborted) return "the run was stopped";
			return deadline.aborted ? `not within ${timeoutMs / 1e3} s` : shortCause(thrown);
		};
		const socket = await reachableAddresses(destination, resolve, signal).then((addresses) => openConnection(destination, addresses, signal)).catch((thrown) => {
			if (thrown instanceof ZenPulseError) throw thrown;
			throw new ZenPulseError("destination_unreachable", {
				host,
				cause: causeOf(thrown)
			});
		});
		try {
			return await exchange(destination.url, request, socket, {
				maxAnswerBytes,
				signal
			});
		} catch (thrown) {
			throw new ZenPulseError("destination_silent", {
				host,
				cause: causeOf(thrown)
			});
		} finally {
			socket.destroy();
		}
	};
}
/** Before anything is connected: a line break in a secret is common, and must not look like a silent receiver. */
function refuseBadHeaders(host, { headers }) {
	for (const [name, value] of Object.entries(headers)) try {
		validateHeaderValue(name, value);
	} catch {
		throw new ZenPulseError("destination_refused", {
			host,
			why: `the header ${name} would hold characters that no header can carry`,
			next: "Look for line breaks and other invisible characters in the secrets and options of this delivery."
		});
	}
}

// action/deliver/callback-target.ts
/** The one-time token where there is one, else the run's identity, else nothing but a signature. */
function proofOf(token, idToken) {
	if (token !== void 0) return {
		kind: "token",
		token
	};
	return idToken === null ? { kind: "none" } : {
		kind: "oidc",
		idToken
	};
}
/**
* Where the callback goes and what proves it; null without a callback_url.
* @param idToken null where the job may not ask for one
*/
function callbackTarget({ callback_url: url, webhook_token: token, callback_signing_secret: secret }, idToken) {
	return url === void 0 ? null : {
		url,
		proof: proofOf(token, idToken),
		signingSecret: secret ?? null
	};
}

// delivery/zenpulse/retry-after.ts
/**
* How long an answer asks to wait, in milliseconds; null when it does not say, or not so that it can be read. A date
* is held against the receiver's own clock where it gave one: the two clocks may differ.
*/
function retryAfterMs(headers, now) {
	const told = headers.get("retry-after")?.trim();
	if (!told) return null;
	if (/^\d+$/.test(told)) return Number(told) * 1e3;
	const until = Date.parse(told);
	const theirs = Date.parse(headers.get("date") ?? "");
	const from = Number.isNaN(theirs) ? now.getTime() : theirs;
	return Number.isNaN(until) ? null : Math.max(0, until - from);
}

// delivery/slack/refusals.ts
const channel = {
	reason: "it knows no such channel, or the app may not see it",
	next: "Check slack_channel (the id from the end of \"Copy link\", such as C0123456789); in a private channel run \"/invite @your-app\" first."
};
const token = {
	reason: "it does not accept the token",
	next: "Copy the Bot User OAuth Token (xoxb-…) from \"OAuth & Permissions\" of your Slack app into the secret anew; if the app was removed, install it again."
};
const webhook = {
	reason: "the webhook is not there any more",
	next: "Make a new one under \"Incoming Webhooks\" of your Slack app and store its address as the secret."
};
const archived = {
	reason: "the channel is archived",
	next: "Take it out of the archive, or choose another channel."
};
const rules = {
	reason: "the rules of the workspace or of the channel do not let the app post there",
	next: "Ask an administrator of the workspace who may post in that channel, or choose another one."
};
const shape = {
	reason: "it does not accept the form or the length of the message",
	next: "This is a fault of ZenPulse: please open an issue with this message. The report itself is in the run."
};
/** What Slack's codes mean for whoever set this up. */
const refusals = {
	channel_not_found: channel,
	invalid_channel: channel,
	user_not_found: channel,
	not_in_channel: {
		reason: "the app is not in the channel",
		next: "Run \"/invite @your-app\" in the channel, or give the app the scope chat:write.public for public channels."
	},
	is_archived: archived,
	channel_is_archived: archived,
	invalid_auth: token,
	not_authed: token,
	account_inactive: token,
	token_revoked: token,
	token_expired: token,
	org_login_required: token,
	access_denied: rules,
	missing_scope: {
		reason: "the app lacks a scope",
		next: "Add the scope chat:write under \"OAuth & Permissions\" of your Slack app and install it again."
	},
	not_allowed_token_type: {
		reason: "it wants a token of another kind",
		next: "Use the Bot User OAuth Token, which starts with xoxb-."
	},
	action_prohibited: rules,
	ekm_access_denied: rules,
	restricted_action: rules,
	restricted_action_read_only_channel: rules,
	restricted_action_thread_only_channel: rules,
	restricted_action_non_threadable_channel: rules,
	restricted_action_thread_locked: rules,
	posting_to_general_channel_denied: rules,
	msg_too_long: shape,
	msg_blocks_too_long: shape,
	invalid_blocks: shape,
	invalid_blocks_format: shape,
	invalid_payload: shape,
	no_text: shape,
	no_service: webhook,
	no_service_id: webhook,
	no_team: webhook,
	team_disabled: webhook,
	invalid_token: webhook,
	message_limit_exceeded: {
		reason: "the workspace has used up its messages for this period",
		next: "Ask an administrator of the workspace."
	},
	service_unavailable: {
		reason: "it is out of service for now",
		next: "See https://status.slack.com and send again."
	}
};
/** By status, where Slack gave no code that is known. */
const byStatus = {
	401: token,
	403: rules,
	404: webhook,
	410: webhook
};
const unknown = {
	reason: "it gave no reason that ZenPulse knows",
	next: "Look the code up at https://docs.slack.dev/reference/methods/chat.postMessage; sending the same again does not help."
};
/**
* @param code Slack's own code; null when it gave none
* @param status of HTTP
*/
function refusalOf$1(code, status) {
	const { reason, next } = (code === null ? void 0 : refusals[code]) ?? byStatus[status] ?? unknown;
	return {
		reason: `${reason} (${code ?? status})`,
		next
	};
}

// delivery/slack/judge-answer.ts
const botAnswer = discriminatedUnion("ok", [object({
	ok: literal(true),
	channel: string().min(1),
	ts: string().min(1)
}), object({
	ok: literal(false),
	error: string()
})]);
/** Slack says `ok`; receivers that copy its webhooks, and webhooks of its workflows, answer with JSON. */
const webhookAnswer = union([object({ ok: literal(true) }), object({ success: literal(true) })]);
/** Slack: it is possible that some of it was done before the error. */
const unclearCodes = /* @__PURE__ */ new Set([
	"internal_error",
	"fatal_error",
	"rollup_error",
	"request_timeout"
]);
const limitCodes = /* @__PURE__ */ new Set(["ratelimited", "rate_limited"]);
/** A code as Slack writes them; any other text may quote what it was sent, secrets included. */
const codeIn = (text) => /^[a-z][a-z0-9_]{1,60}$/.exec(text.trim())?.[0] ?? null;
function jsonOf(body) {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}
const unclear = (answer) => ({
	kind: "unclear",
	problem: new ZenPulseError("slack_unclear", { answer })
});
const refused = (code, status) => ({
	kind: "refused",
	problem: new ZenPulseError("slack_refused", refusalOf$1(code, status))
});
function judgeSuccess({ status, body }, kind) {
	if (kind === "webhook") return body.trim() === "ok" || webhookAnswer.safeParse(jsonOf(body)).success ? {
		kind: "posted",
		message: null
	} : unclear(`${status}, but not in Slack's words`);
	const { data } = botAnswer.safeParse(jsonOf(body));
	if (data === void 0) return unclear(`${status}, but not in Slack's words`);
	if (data.ok) return {
		kind: "posted",
		message: {
			channel: data.channel,
			ts: data.ts
		}
	};
	return refused(codeIn(data.error), status);
}
/** The code an answer gives: a webhook's in plain text, the Web API's in JSON. */
function codeOf({ body }) {
	const { data } = object({ error: string() }).safeParse(jsonOf(body));
	return codeIn(data?.error ?? body);
}
/** What Slack's answer to one message means. */
function judgeAnswer$1(answer, kind, now) {
	const { status, headers } = answer;
	const code = codeOf(answer);
	const told = retryAfterMs(headers, now);
	if (status === 429 || code !== null && limitCodes.has(code)) return {
		kind: "wait",
		ms: told
	};
	if (code !== null && unclearCodes.has(code)) return unclear(`${status} ${code}`);
	if (status === 503 && told !== null) return {
		kind: "wait",
		ms: told
	};
	if (status >= 500) return unclear(code === null ? String(status) : `${status} ${code}`);
	return status >= 200 && status < 300 ? judgeSuccess(answer, kind) : refused(code, status);
}

// delivery/slack/limits.ts
/** Where a message is split, below what Slack refuses. */
const slackLimits = {
	/** Slack's own limit of a header. */
	headerCharacters: 150,
	/** Text of one block; Slack refuses 3,000. */
	blockCharacters: 2800,
	/** All blocks of a message as JSON, in bytes; Slack refuses somewhere above 13,000 characters. */
	messageBytes: 11500,
	/** Slack refuses 50. */
	blocks: 45,
	/** Longest web address that becomes a link; GitHub's are far shorter. */
	linkCharacters: 1e3
};
/** Size of a message's blocks. Bytes are never fewer than characters, and nobody says which of them Slack counts. */
const sizeOf = (blocks) => Buffer.byteLength(JSON.stringify(blocks));

// delivery/slack/block-kit.ts
/**
* The part of Slack's Block Kit that is used, with Slack's limits. Every message is parsed by it before it goes out, so
* what Slack would refuse is a fault that shows in a test and not in a channel.
*/
const text = (most) => string().min(1).max(most);
const webAddress = string().regex(/^https?:\/\/[^\s<>|]+$/, "accepts an http or https address");
const plainText = strictObject({
	type: literal("plain_text"),
	text: text(3e3),
	/** False: `:name:` stays as it is. */
	emoji: literal(false)
});
const mrkdwn = strictObject({
	type: literal("mrkdwn"),
	text: text(3e3),
	/** True: addresses and names in it stay text. */
	verbatim: literal(true)
});
const style = strictObject({
	bold: literal(true).optional(),
	italic: literal(true).optional(),
	code: literal(true).optional()
});
const inlineText$1 = strictObject({
	type: literal("text"),
	text: text(3e3),
	style: style.optional()
});
const inlineLink = strictObject({
	type: literal("link"),
	url: webAddress,
	text: text(3e3)
});
const inline = discriminatedUnion("type", [inlineText$1, inlineLink]);
const richSection$1 = strictObject({
	type: literal("rich_text_section"),
	elements: array(inline).min(1)
});
const richList = strictObject({
	type: literal("rich_text_list"),
	style: literal("bullet"),
	elements: array(richSection$1).min(1)
});
const header = strictObject({
	type: literal("header"),
	text: plainText.extend({ text: text(150) })
});
const context = strictObject({
	type: literal("context"),
	elements: array(discriminatedUnion("type", [plainText, mrkdwn])).min(1).max(10)
});
const richText$1 = strictObject({
	type: literal("rich_text"),
	elements: array(discriminatedUnion("type", [richSection$1, richList])).min(1)
});
const block = discriminatedUnion("type", [
	header,
	context,
	richText$1
]);
const slackMessage = strictObject({
	/** What a notification and a screen reader say; mrkdwn. */
	text: text(3e3),
	blocks: array(block).min(1).max(50).refine((blocks) => sizeOf(blocks) <= 13e3, "accepts 13,000 bytes of blocks")
});

// delivery/slack/mention-gate.ts
/** Every string in a value, with where it stands. */
function* stringsIn(value, place) {
	if (typeof value === "string") yield {
		place,
		text: value
	};
	else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) yield* stringsIn(inner, `${place}.${key}`);
}
/** The start of Slack's marks for calling people, channels and groups. */
const mark = /<[!@#]/;
/**
* The last look at messages before they go out: of the shape and sizes Slack takes, and with nothing in them that could
* call people. What is rendered cannot fail here; whoever changes the rendering, or hands in other messages, can.
* @throws ZenPulseError `slack_unsafe`
*/
function passGate(messages) {
	const findings = messages.flatMap((message, at) => {
		const name = `message ${at + 1}`;
		const calls = [...stringsIn(message, name)].filter(({ text }) => mark.test(text)).map(({ place }) => `${place} holds a mark that calls people`);
		const parsed = slackMessage.safeParse(message);
		const shape = parsed.success ? [] : parsed.error.issues.map(({ path, message: why }) => `${[name, ...path].join(".")}: ${why}`);
		return [...calls, ...shape];
	});
	if (findings.length > 0) throw new ZenPulseError("slack_unsafe", { findings: findings.slice(0, 5) });
}

// delivery/slack/target.ts
/** Neither previews of links nor names in plain text that become live. */
const quiet = {
	unfurl_links: false,
	unfurl_media: false,
	link_names: false
};
/**
* The request that posts one message.
* @param head the message it replies to, in whose thread it goes; null for the first, and with a webhook
*/
function slackRequest(message, target, head) {
	const headers = { "content-type": "application/json; charset=utf-8" };
	if (target.kind === "webhook") return {
		url: target.url,
		headers,
		body: JSON.stringify({
			...message,
			...quiet
		})
	};
	const place = head === null ? { channel: target.channel } : {
		channel: head.channel,
		thread_ts: head.ts
	};
	return {
		url: `${(target.apiUrl ?? "https://slack.com/api").replace(/\/+$/, "")}/chat.postMessage`,
		headers: {
			...headers,
			authorization: `Bearer ${target.token}`
		},
		body: JSON.stringify({
			...place,
			...message,
			...quiet,
			parse: "none"
		})
	};
}

// delivery/slack.ts
/** Slack takes about one message a second in a channel. */
const pauseMs = 1100;
/** A wait that nobody told the length of. */
const untoldMs = 1e4;
/** Waits that Slack asks for, in sum; jobs that report back should not stand for long. */
const mostWaitMs = 3e5;
/** Tries of one message when nothing could be sent at all. */
const connectTries = 3;
const inWords = (ms) => {
	const seconds = Math.ceil(ms / 1e3);
	if (seconds < 120) return `${seconds} s`;
	return `${Math.ceil(seconds / 60).toLocaleString("en")} min`;
};
/** Whatever the fetch threw that is not its own error may quote the address: only its kind is told. */
function faultOf(thrown) {
	if (thrown instanceof ZenPulseError) return thrown;
	const kind = thrown instanceof Error ? thrown.name : typeof thrown;
	return new ZenPulseError("slack_unclear", { answer: `the request broke off: ${kind}` });
}
/** Sends messages one by one. It keeps what all of them share: how long Slack made us wait. */
function createSender(target, edges) {
	let waitedMs = 0;
	/** @returns false when the run was stopped */
	const pause = async (ms) => {
		try {
			await edges.sleep(ms, edges.signal);
		} catch (error) {
			if (!edges.signal.aborted) throw error;
		}
		return !edges.signal.aborted;
	};
	const stopped = () => ({
		state: "failed",
		problem: new ZenPulseError("slack_stopped", {})
	});
	async function ask(message, head) {
		for (let tries = 1;; tries += 1) {
			try {
				return await edges.fetch(slackRequest(message, target, head), edges.signal);
			} catch (thrown) {
				const problem = faultOf(thrown);
				if (problem.code === "destination_refused") return {
					state: "failed",
					problem
				};
				if (problem.code !== "destination_unreachable") return {
					state: "unknown",
					problem
				};
				if (edges.signal.aborted) return stopped();
				if (tries === connectTries) return {
					state: "failed",
					problem
				};
			}
			if (!await pause(1e3 * 2 ** (tries - 1) * (1 + edges.random()))) return stopped();
		}
	}
	/** Waits as told, unless all waits together become too long. */
	async function wait({ ms }) {
		const waitMs = Math.max(ms ?? untoldMs, pauseMs);
		waitedMs += waitMs;
		if (waitedMs > mostWaitMs) return {
			state: "failed",
			problem: new ZenPulseError("slack_rate_limited", { wait: inWords(waitMs) })
		};
		return await pause(waitMs) ? null : stopped();
	}
	async function send(message, head) {
		for (;;) {
			const answer = await ask(message, head);
			if ("state" in answer) return answer;
			const verdict = judgeAnswer$1(answer, target.kind, edges.clock());
			if (verdict.kind === "posted") return {
				state: "sent",
				message: verdict.message
			};
			if (verdict.kind === "refused") return {
				state: "failed",
				problem: verdict.problem
			};
			if (verdict.kind === "unclear") return {
				state: "unknown",
				problem: verdict.problem
			};
			const outcome = await wait(verdict);
			if (outcome !== null) return outcome;
		}
	}
	return {
		send,
		/** Between two messages. */
		rest: async () => await pause(pauseMs) ? null : stopped()
	};
}
function problemAtGate(messages) {
	try {
		passGate(messages);
		return null;
	} catch (thrown) {
		if (thrown instanceof ZenPulseError) return thrown;
		throw thrown;
	}
}
/**
* Posts messages in order: with a bot token the first in the channel and the others in its thread, with a webhook one
* below the other. It stops at the first that is not confirmed, and never posts anything twice on a guess: webhooks
* have no key by which Slack could tell a repeated message.
*
* It does not throw for what it meets on the way: every end is a result, with the problem in it.
*/
async function deliverToSlack(messages, target, edges) {
	const total = messages.length;
	const unsafe = problemAtGate(messages);
	if (unsafe !== null) return {
		state: "failed",
		posted: 0,
		total,
		problem: unsafe,
		message: null
	};
	const { send, rest } = createSender(target, edges);
	let head = null;
	for (const [posted, message] of messages.entries()) {
		const outcome = (posted === 0 ? null : await rest()) ?? await send(message, head);
		if (outcome.state !== "sent") return {
			state: outcome.state,
			posted,
			total,
			problem: outcome.problem,
			message: head
		};
		head ??= outcome.message;
	}
	return {
		state: "sent",
		posted: total,
		total,
		problem: null,
		message: head
	};
}

// node_modules/@stablelib/base64/lib/base64.js
var require_base64 = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __extends = this$2 && this$2.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (b.hasOwnProperty(p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	/**
	* Package base64 implements Base64 encoding and decoding.
	*/
	var INVALID_BYTE = 256;
	/**
	* Implements standard Base64 encoding.
	*
	* Operates in constant time.
	*/
	var Coder = function() {
		function Coder(_paddingCharacter) {
			if (_paddingCharacter === void 0) _paddingCharacter = "=";
			this._paddingCharacter = _paddingCharacter;
		}
		Coder.prototype.encodedLength = function(length) {
			if (!this._paddingCharacter) return (length * 8 + 5) / 6 | 0;
			return (length + 2) / 3 * 4 | 0;
		};
		Coder.prototype.encode = function(data) {
			var out = "";
			var i = 0;
			for (; i < data.length - 2; i += 3) {
				var c = data[i] << 16 | data[i + 1] << 8 | data[i + 2];
				out += this._encodeByte(c >>> 18 & 63);
				out += this._encodeByte(c >>> 12 & 63);
				out += this._encodeByte(c >>> 6 & 63);
				out += this._encodeByte(c >>> 0 & 63);
			}
			var left = data.length - i;
			if (left > 0) {
				var c = data[i] << 16 | (left === 2 ? data[i + 1] << 8 : 0);
				out += this._encodeByte(c >>> 18 & 63);
				out += this._encodeByte(c >>> 12 & 63);
				if (left === 2) out += this._encodeByte(c >>> 6 & 63);
				else out += this._paddingCharacter || "";
				out += this._paddingCharacter || "";
			}
			return out;
		};
		Coder.prototype.maxDecodedLength = function(length) {
			if (!this._paddingCharacter) return (length * 6 + 7) / 8 | 0;
			return length / 4 * 3 | 0;
		};
		Coder.prototype.decodedLength = function(s) {
			return this.maxDecodedLength(s.length - this._getPaddingLength(s));
		};
		Coder.prototype.decode = function(s) {
			if (s.length === 0) return /* @__PURE__ */ new Uint8Array(0);
			var paddingLength = this._getPaddingLength(s);
			var length = s.length - paddingLength;
			var out = new Uint8Array(this.maxDecodedLength(length));
			var op = 0;
			var i = 0;
			var haveBad = 0;
			var v0 = 0, v1 = 0, v2 = 0, v3 = 0;
			for (; i < length - 4; i += 4) {
				v0 = this._decodeChar(s.charCodeAt(i + 0));
				v1 = this._decodeChar(s.charCodeAt(i + 1));
				v2 = this._decodeChar(s.charCodeAt(i + 2));
				v3 = this._decodeChar(s.charCodeAt(i + 3));
				out[op++] = v0 << 2 | v1 >>> 4;
				out[op++] = v1 << 4 | v2 >>> 2;
				out[op++] = v2 << 6 | v3;
				haveBad |= v0 & INVALID_BYTE;
				haveBad |= v1 & INVALID_BYTE;
				haveBad |= v2 & INVALID_BYTE;
				haveBad |= v3 & INVALID_BYTE;
			}
			if (i < length - 1) {
				v0 = this._decodeChar(s.charCodeAt(i));
				v1 = this._decodeChar(s.charCodeAt(i + 1));
				out[op++] = v0 << 2 | v1 >>> 4;
				haveBad |= v0 & INVALID_BYTE;
				haveBad |= v1 & INVALID_BYTE;
			}
			if (i < length - 2) {
				v2 = this._decodeChar(s.charCodeAt(i + 2));
				out[op++] = v1 << 4 | v2 >>> 2;
				haveBad |= v2 & INVALID_BYTE;
			}
			if (i < length - 3) {
				v3 = this._decodeChar(s.charCodeAt(i + 3));
				out[op++] = v2 << 6 | v3;
				haveBad |= v3 & INVALID_BYTE;
			}
			if (haveBad !== 0) throw new Error("Base64Coder: incorrect characters for decoding");
			return out;
		};
		Coder.prototype._encodeByte = function(b) {
			var result = b;
			result += 65;
			result += 25 - b >>> 8 & 6;
			result += 51 - b >>> 8 & -75;
			result += 61 - b >>> 8 & -15;
			result += 62 - b >>> 8 & 3;
			return String.fromCharCode(result);
		};
		Coder.prototype._decodeChar = function(c) {
			var result = INVALID_BYTE;
			result += (42 - c & c - 44) >>> 8 & -INVALID_BYTE + c - 43 + 62;
			result += (46 - c & c - 48) >>> 8 & -INVALID_BYTE + c - 47 + 63;
			result += (47 - c & c - 58) >>> 8 & -INVALID_BYTE + c - 48 + 52;
			result += (64 - c & c - 91) >>> 8 & -INVALID_BYTE + c - 65 + 0;
			result += (96 - c & c - 123) >>> 8 & -INVALID_BYTE + c - 97 + 26;
			return result;
		};
		Coder.prototype._getPaddingLength = function(s) {
			var paddingLength = 0;
			if (this._paddingCharacter) {
				for (var i = s.length - 1; i >= 0; i--) {
					if (s[i] !== this._paddingCharacter) break;
					paddingLength++;
				}
				if (s.length < 4 || paddingLength > 2) throw new Error("Base64Coder: incorrect padding");
			}
			return paddingLength;
		};
		return Coder;
	}();
	exports.Coder = Coder;
	var stdCoder = new Coder();
	function encode(data) {
		return stdCoder.encode(data);
	}
	exports.encode = encode;
	function decode(s) {
		return stdCoder.decode(s);
	}
	exports.decode = decode;
	/**
	* Implements URL-safe Base64 encoding.
	* (Same as Base64, but '+' is replaced with '-', and '/' with '_').
	*
	* Operates in constant time.
	*/
	var URLSafeCoder = function(_super) {
		__extends(URLSafeCoder, _super);
		function URLSafeCoder() {
			return _super !== null && _super.apply(this, arguments) || this;
		}
		URLSafeCoder.prototype._encodeByte = function(b) {
			var result = b;
			result += 65;
			result += 25 - b >>> 8 & 6;
			result += 51 - b >>> 8 & -75;
			result += 61 - b >>> 8 & -13;
			result += 62 - b >>> 8 & 49;
			return String.fromCharCode(result);
		};
		URLSafeCoder.prototype._decodeChar = function(c) {
			var result = INVALID_BYTE;
			result += (44 - c & c - 46) >>> 8 & -INVALID_BYTE + c - 45 + 62;
			result += (94 - c & c - 96) >>> 8 & -INVALID_BYTE + c - 95 + 63;
			result += (47 - c & c - 58) >>> 8 & -INVALID_BYTE + c - 48 + 52;
			result += (64 - c & c - 91) >>> 8 & -INVALID_BYTE + c - 65 + 0;
			result += (96 - c & c - 123) >>> 8 & -INVALID_BYTE + c - 97 + 26;
			return result;
		};
		return URLSafeCoder;
	}(Coder);
	exports.URLSafeCoder = URLSafeCoder;
	var urlSafeCoder = new URLSafeCoder();
	function encodeURLSafe(data) {
		return urlSafeCoder.encode(data);
	}
	exports.encodeURLSafe = encodeURLSafe;
	function decodeURLSafe(s) {
		return urlSafeCoder.decode(s);
	}
	exports.decodeURLSafe = decodeURLSafe;
	exports.encodedLength = function(length) {
		return stdCoder.encodedLength(length);
	};
	exports.maxDecodedLength = function(length) {
		return stdCoder.maxDecodedLength(length);
	};
	exports.decodedLength = function(s) {
		return stdCoder.decodedLength(s);
	};
}));

// node_modules/fast-sha256/sha256.js
var require_sha256 = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(root, factory) {
		var exports = {};
		factory(exports);
		var sha256 = exports["default"];
		for (var k in exports) sha256[k] = exports[k];
		if (typeof module === "object" && typeof module.exports === "object") module.exports = sha256;
		else if (typeof define === "function" && define.amd) define(function() {
			return sha256;
		});
		else root.sha256 = sha256;
	})(this$1, function(exports) {
		"use strict";
		exports.__esModule = true;
		exports.digestLength = 32;
		exports.blockSize = 64;
		var K = new Uint32Array([
			1116352408,
			1899447441,
			3049323471,
			3921009573,
			961987163,
			1508970993,
			2453635748,
			2870763221,
			3624381080,
			310598401,
			607225278,
			1426881987,
			1925078388,
			2162078206,
			2614888103,
			3248222580,
			3835390401,
			4022224774,
			264347078,
			604807628,
			770255983,
			1249150122,
			1555081692,
			1996064986,
			2554220882,
			2821834349,
			2952996808,
			3210313671,
			3336571891,
			3584528711,
			113926993,
			338241895,
			666307205,
			773529912,
			1294757372,
			1396182291,
			1695183700,
			1986661051,
			2177026350,
			2456956037,
			2730485921,
			2820302411,
			3259730800,
			3345764771,
			3516065817,
			3600352804,
			4094571909,
			275423344,
			430227734,
			506948616,
			659060556,
			883997877,
			958139571,
			1322822218,
			1537002063,
			1747873779,
			1955562222,
			2024104815,
			2227730452,
			2361852424,
			2428436474,
			2756734187,
			3204031479,
			3329325298
		]);
		function hashBlocks(w, v, p, pos, len) {
			var a, b, c, d, e, f, g, h, u, i, j, t1, t2;
			while (len >= 64) {
				a = v[0];
				b = v[1];
				c = v[2];
				d = v[3];
				e = v[4];
				f = v[5];
				g = v[6];
				h = v[7];
				for (i = 0; i < 16; i++) {
					j = pos + i * 4;
					w[i] = (p[j] & 255) << 24 | (p[j + 1] & 255) << 16 | (p[j + 2] & 255) << 8 | p[j + 3] & 255;
				}
				for (i = 16; i < 64; i++) {
					u = w[i - 2];
					t1 = (u >>> 17 | u << 15) ^ (u >>> 19 | u << 13) ^ u >>> 10;
					u = w[i - 15];
					t2 = (u >>> 7 | u << 25) ^ (u >>> 18 | u << 14) ^ u >>> 3;
					w[i] = (t1 + w[i - 7] | 0) + (t2 + w[i - 16] | 0);
				}
				for (i = 0; i < 64; i++) {
					t1 = (((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) | 0) + (h + (K[i] + w[i] | 0) | 0) | 0;
					t2 = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
					h = g;
					g = f;
					f = e;
					e = d + t1 | 0;
					d = c;
					c = b;
					b = a;
					a = t1 + t2 | 0;
				}
				v[0] += a;
				v[1] += b;
				v[2] += c;
				v[3] += d;
				v[4] += e;
				v[5] += f;
				v[6] += g;
				v[7] += h;
				pos += 64;
				len -= 64;
			}
			return pos;
		}
		var Hash = function() {
			function Hash() {
				this.digestLength = exports.digestLength;
				this.blockSize = exports.blockSize;
				this.state = /* @__PURE__ */ new Int32Array(8);
				this.temp = /* @__PURE__ */ new Int32Array(64);
				this.buffer = /* @__PURE__ */ new Uint8Array(128);
				this.bufferLength = 0;
				this.bytesHashed = 0;
				this.finished = false;
				this.reset();
			}
			Hash.prototype.reset = function() {
				this.state[0] = 1779033703;
				this.state[1] = 3144134277;
				this.state[2] = 1013904242;
				this.state[3] = 2773480762;
				this.state[4] = 1359893119;
				this.state[5] = 2600822924;
				this.state[6] = 528734635;
				this.state[7] = 1541459225;
				this.bufferLength = 0;
				this.bytesHashed = 0;
				this.finished = false;
				return this;
			};
			Hash.prototype.clean = function() {
				for (var i = 0; i < this.buffer.length; i++) this.buffer[i] = 0;
				for (var i = 0; i < this.temp.length; i++) this.temp[i] = 0;
				this.reset();
			};
			Hash.prototype.update = function(data, dataLength) {
				if (dataLength === void 0) dataLength = data.length;
				if (this.finished) throw new Error("SHA256: can't update because hash was finished.");
				var dataPos = 0;
				this.bytesHashed += dataLength;
				if (this.bufferLength > 0) {
					while (this.bufferLength < 64 && dataLength > 0) {
						this.buffer[this.bufferLength++] = data[dataPos++];
						dataLength--;
					}
					if (this.bufferLength === 64) {
						hashBlocks(this.temp, this.state, this.buffer, 0, 64);
						this.bufferLength = 0;
					}
				}
				if (dataLength >= 64) {
					dataPos = hashBlocks(this.temp, this.state, data, dataPos, dataLength);
					dataLength %= 64;
				}
				while (dataLength > 0) {
					this.buffer[this.bufferLength++] = data[dataPos++];
					dataLength--;
				}
				return this;
			};
			Hash.prototype.finish = function(out) {
				if (!this.finished) {
					var bytesHashed = this.bytesHashed;
					var left = this.bufferLength;
					var bitLenHi = bytesHashed / 536870912 | 0;
					var bitLenLo = bytesHashed << 3;
					var padLength = bytesHashed % 64 < 56 ? 64 : 128;
					this.buffer[left] = 128;
					for (var i = left + 1; i < padLength - 8; i++) this.buffer[i] = 0;
					this.buffer[padLength - 8] = bitLenHi >>> 24 & 255;
					this.buffer[padLength - 7] = bitLenHi >>> 16 & 255;
					this.buffer[padLength - 6] = bitLenHi >>> 8 & 255;
					this.buffer[padLength - 5] = bitLenHi >>> 0 & 255;
					this.buffer[padLength - 4] = bitLenLo >>> 24 & 255;
					this.buffer[padLength - 3] = bitLenLo >>> 16 & 255;
					this.buffer[padLength - 2] = bitLenLo >>> 8 & 255;
					this.buffer[padLength - 1] = bitLenLo >>> 0 & 255;
					hashBlocks(this.temp, this.state, this.buffer, 0, padLength);
					this.finished = true;
				}
				for (var i = 0; i < 8; i++) {
					out[i * 4 + 0] = this.state[i] >>> 24 & 255;
					out[i * 4 + 1] = this.state[i] >>> 16 & 255;
					out[i * 4 + 2] = this.state[i] >>> 8 & 255;
					out[i * 4 + 3] = this.state[i] >>> 0 & 255;
				}
				return this;
			};
			Hash.prototype.digest = function() {
				var out = new Uint8Array(this.digestLength);
				this.finish(out);
				return out;
			};
			Hash.prototype._saveState = function(out) {
				for (var i = 0; i < this.state.length; i++) out[i] = this.state[i];
			};
			Hash.prototype._restoreState = function(from, bytesHashed) {
				for (var i = 0; i < this.state.length; i++) this.state[i] = from[i];
				this.bytesHashed = bytesHashed;
				this.finished = false;
				this.bufferLength = 0;
			};
			return Hash;
		}();
		exports.Hash = Hash;
		var HMAC = function() {
			function HMAC(key) {
				this.inner = new Hash();
				this.outer = new Hash();
				this.blockSize = this.inner.blockSize;
				this.digestLength = this.inner.digestLength;
				var pad = new Uint8Array(this.blockSize);
				if (key.length > this.blockSize) new Hash().update(key).finish(pad).clean();
				else for (var i = 0; i < key.length; i++) pad[i] = key[i];
				for (var i = 0; i < pad.length; i++) pad[i] ^= 54;
				this.inner.update(pad);
				for (var i = 0; i < pad.length; i++) pad[i] ^= 106;
				this.outer.update(pad);
				this.istate = /* @__PURE__ */ new Uint32Array(8);
				this.ostate = /* @__PURE__ */ new Uint32Array(8);
				this.inner._saveState(this.istate);
				this.outer._saveState(this.ostate);
				for (var i = 0; i < pad.length; i++) pad[i] = 0;
			}
			HMAC.prototype.reset = function() {
				this.inner._restoreState(this.istate, this.inner.blockSize);
				this.outer._restoreState(this.ostate, this.outer.blockSize);
				return this;
			};
			HMAC.prototype.clean = function() {
				for (var i = 0; i < this.istate.length; i++) this.ostate[i] = this.istate[i] = 0;
				this.inner.clean();
				this.outer.clean();
			};
			HMAC.prototype.update = function(data) {
				this.inner.update(data);
				return this;
			};
			HMAC.prototype.finish = function(out) {
				if (this.outer.finished) this.outer.finish(out);
				else {
					this.inner.finish(out);
					this.outer.update(out, this.digestLength).finish(out);
				}
				return this;
			};
			HMAC.prototype.digest = function() {
				var out = new Uint8Array(this.digestLength);
				this.finish(out);
				return out;
			};
			return HMAC;
		}();
		exports.HMAC = HMAC;
		function hash(data) {
			var h = new Hash().update(data);
			var digest = h.digest();
			h.clean();
			return digest;
		}
		exports.hash = hash;
		exports["default"] = hash;
		function hmac(key, data) {
			var h = new HMAC(key).update(data);
			var digest = h.digest();
			h.clean();
			return digest;
		}
		exports.hmac = hmac;
		function fillBuffer(buffer, hmac, info, counter) {
			var num = counter[0];
			if (num === 0) throw new Error("hkdf: cannot expand more");
			hmac.reset();
			if (num > 1) hmac.update(buffer);
			if (info) hmac.update(info);
			hmac.update(counter);
			hmac.finish(buffer);
			counter[0]++;
		}
		var hkdfSalt = new Uint8Array(exports.digestLength);
		function hkdf(key, salt, info, length) {
			if (salt === void 0) salt = hkdfSalt;
			if (length === void 0) length = 32;
			var counter = new Uint8Array([1]);
			var hmac_ = new HMAC(hmac(salt, key));
			var buffer = new Uint8Array(hmac_.digestLength);
			var bufpos = buffer.length;
			var out = new Uint8Array(length);
			for (var i = 0; i < length; i++) {
				if (bufpos === buffer.length) {
					fillBuffer(buffer, hmac_, info, counter);
					bufpos = 0;
				}
				out[i] = buffer[bufpos++];
			}
			hmac_.clean();
			buffer.fill(0);
			counter.fill(0);
			return out;
		}
		exports.hkdf = hkdf;
		function pbkdf2(password, salt, iterations, dkLen) {
			var prf = new HMAC(password);
			var len = prf.digestLength;
			var ctr = /* @__PURE__ */ new Uint8Array(4);
			var t = new Uint8Array(len);
			var u = new Uint8Array(len);
			var dk = new Uint8Array(dkLen);
			for (var i = 0; i * len < dkLen; i++) {
				var c = i + 1;
				ctr[0] = c >>> 24 & 255;
				ctr[1] = c >>> 16 & 255;
				ctr[2] = c >>> 8 & 255;
				ctr[3] = c >>> 0 & 255;
				prf.reset();
				prf.update(salt);
				prf.update(ctr);
				prf.finish(u);
				for (var j = 0; j < len; j++) t[j] = u[j];
				for (var j = 2; j <= iterations; j++) {
					prf.reset();
					prf.update(u).finish(u);
					for (var k = 0; k < len; k++) t[k] ^= u[k];
				}
				for (var j = 0; j < len && i * len + j < dkLen; j++) dk[i * len + j] = t[j];
			}
			for (var i = 0; i < len; i++) t[i] = u[i] = 0;
			for (var i = 0; i < 4; i++) ctr[i] = 0;
			prf.clean();
			return dk;
		}
		exports.pbkdf2 = pbkdf2;
	});
}));

// node_modules/standardwebhooks/dist/timing_safe_equal.js
var require_timing_safe_equal = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.timingSafeEqual = timingSafeEqual;
	function assert(expr, msg = "") {
		if (!expr) throw new Error(msg);
	}
	function timingSafeEqual(a, b) {
		if (a.byteLength !== b.byteLength) return false;
		if (!(a instanceof DataView)) a = new DataView(ArrayBuffer.isView(a) ? a.buffer : a);
		if (!(b instanceof DataView)) b = new DataView(ArrayBuffer.isView(b) ? b.buffer : b);
		assert(a instanceof DataView);
		assert(b instanceof DataView);
		const length = a.byteLength;
		let out = 0;
		let i = -1;
		while (++i < length) out |= a.getUint8(i) ^ b.getUint8(i);
		return out === 0;
	}
}));

// node_modules/standardwebhooks/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Webhook = exports.WebhookVerificationError = void 0;
	const base64 = require_base64();
	const sha256 = require_sha256();
	const timing_safe_equal_1 = require_timing_safe_equal();
	const WEBHOOK_TOLERANCE_IN_SECONDS = 300;
	var ExtendableError = class ExtendableError extends Error {
		constructor(message) {
			super(message);
			Object.setPrototypeOf(this, ExtendableError.prototype);
			this.name = "ExtendableError";
			this.stack = new Error(message).stack;
		}
	};
	var WebhookVerificationError = class WebhookVerificationError extends ExtendableError {
		constructor(message) {
			super(message);
			Object.setPrototypeOf(this, WebhookVerificationError.prototype);
			this.name = "WebhookVerificationError";
		}
	};
	exports.WebhookVerificationError = WebhookVerificationError;
	var Webhook = class Webhook {
		constructor(secret, options) {
			if ((options === null || options === void 0 ? void 0 : options.format) === "raw") {
				if (secret instanceof Uint8Array) this.key = secret;
				else this.key = Uint8Array.from(secret, (c) => c.charCodeAt(0));
			} else {
				if (typeof secret !== "string") throw new Error("Expected secret to be of type string");
				if (secret.startsWith(Webhook.prefix)) secret = secret.substring(Webhook.prefix.length);
				this.key = base64.decode(secret);
			}
			if (this.key.length === 0) throw new Error("Secret can't be empty.");
		}
		verify(payload, headers, options) {
			var _a;
			const jsonParse = (_a = options === null || options === void 0 ? void 0 : options.jsonParse) !== null && _a !== void 0 ? _a : true;
			const normalizedHeaders = {};
			for (const key of Object.keys(headers)) normalizedHeaders[key.toLowerCase()] = headers[key];
			const msgId = normalizedHeaders["webhook-id"];
			const msgSignature = normalizedHeaders["webhook-signature"];
			const msgTimestamp = normalizedHeaders["webhook-timestamp"];
			if (!msgSignature || !msgId || !msgTimestamp) throw new WebhookVerificationError("Missing required headers");
			const timestamp = this.verifyTimestamp(msgTimestamp);
			const expectedSignature = this.sign(msgId, timestamp, payload).split(",")[1];
			const passedSignatures = msgSignature.split(" ");
			const encoder = new globalThis.TextEncoder();
			for (const versionedSignature of passedSignatures) {
				const [version, signature] = versionedSignature.split(",");
				if (version !== "v1") continue;
				if ((0, timing_safe_equal_1.timingSafeEqual)(encoder.encode(signature), encoder.encode(expectedSignature))) {
					const payloadString = payload.toString();
					if (payloadString === "") return;
					if (jsonParse) return JSON.parse(payloadString);
					else return;
				}
			}
			throw new WebhookVerificationError("No matching signature found");
		}
		sign(msgId, timestamp, payload) {
			if (typeof payload === "string") {} else if (payload.constructor.name === "Buffer") payload = payload.toString();
			else throw new Error("Expected payload to be of type string or Buffer.");
			const encoder = new TextEncoder();
			const timestampNumber = Math.floor(timestamp.getTime() / 1e3);
			const toSign = encoder.encode(`${msgId}.${timestampNumber}.${payload}`);
			return `v1,${base64.encode(sha256.hmac(this.key, toSign))}`;
		}
		verifyTimestamp(timestampHeader) {
			const now = Math.floor(Date.now() / 1e3);
			const timestamp = parseInt(timestampHeader, 10);
			if (Number.isNaN(timestamp)) throw new WebhookVerificationError("Invalid Signature Headers");
			if (now - timestamp > WEBHOOK_TOLERANCE_IN_SECONDS) throw new WebhookVerificationError("Message timestamp too old");
			if (timestamp > now + WEBHOOK_TOLERANCE_IN_SECONDS) throw new WebhookVerificationError("Message timestamp too new");
			return /* @__PURE__ */ new Date(timestamp * 1e3);
		}
	};
	exports.Webhook = Webhook;
	Webhook.prefix = "whsec_";
}));

// delivery/zenpulse/check-target.ts
var import_dist = require_dist();
/** Visible ASCII: what a header carries as it is. */
const carried = /^[\x21-\x7e]+$/;
const isCarried = (token) => carried.test(token);
/** What is wrong with a target before anything is sent; null when nothing is. Where it leads is the fetch's to judge. */
function flawOf({ url, proof, signingSecret }) {
	const parsed = URL.parse(url);
	if (parsed === null) return new ZenPulseError("destination_refused", {
		host: "callback_url",
		why: "it is not an absolute URL",
		next: "Give a whole URL, starting with https://."
	});
	if (proof.kind === "none" && signingSecret === null) return new ZenPulseError("callback_unproven", { host: parsed.host });
	if (proof.kind === "token" && !isCarried(proof.token)) return new ZenPulseError("callback_secret_invalid", {
		input: "webhook_token",
		why: "holds characters that no header can carry",
		next: "Give the token as the receiver issued it, without spaces and line breaks."
	});
	if (signingSecret !== null && !canSign(signingSecret)) return new ZenPulseError("callback_secret_invalid", {
		input: "callback_signing_secret",
		why: "is not the secret of a Standard Webhook",
		next: "Give whsec_ and base64, such as the receiver shows it; \"openssl rand -base64 32\" makes a new one."
	});
	return null;
}
function canSign(secret) {
	try {
		return new import_dist.Webhook(secret) instanceof import_dist.Webhook;
	} catch {
		return false;
	}
}

// delivery/zenpulse/retry-schedule.ts
/**
* Pauses between tries, in milliseconds: five, after six tries. With the longest jitter and 15 s for each try all of
* it ends within eight minutes, which a job can wait and which is longer than most restarts of a receiver.
*/
const pausesMs = [
	5e3,
	15e3,
	45e3,
	9e4,
	15e4
];
/** No further try starts later than this after the first. */
const retryBudgetMs = 48e4;
/**
* The pause after the given number of tries, a fifth shorter or longer so that runs which failed together do not
* come back together; null when no further try is made.
* @param random from 0 to 1
*/
function pauseAfter(tries, random) {
	const pauseMs = pausesMs[tries - 1];
	return pauseMs === void 0 ? null : Math.round(pauseMs * (.8 + .4 * random));
}

// contract/callback-audience.ts
/**
* The audience of the identity token that comes with a callback: where it goes and what it carries. Without query
* and fragment, which may hold secrets; user and password are left out too.
*
* @param callbackUrl absolute; written as the WHATWG URL standard does (host in lower case, no default port)
* @param bodySha256Hex SHA-256 of the body's bytes, in lower-case hex
* @returns such as `https://zenpulse.example.com/callbacks#sha256=2cf2…`
*/
function callbackAudience(callbackUrl, bodySha256Hex) {
	const { origin, pathname } = new URL(callbackUrl);
	return `${origin}${pathname}#sha256=${bodySha256Hex}`;
}

// delivery/zenpulse/callback-request.ts
/** The audience that an identity token for this message must name. */
function audienceOf({ url }, { body }) {
	return callbackAudience(url, createHash("sha256").update(body).digest("hex"));
}
/**
* The request of one try.
* @param bearer the identity token or the one-time token of this try; null for a signature alone
*/
function callbackRequest(message, { url, proof, signingSecret }, bearer, now) {
	const { webhookId, body } = message;
	const address = new URL(url);
	if (proof.kind === "token") address.searchParams.set("token", proof.token);
	return {
		url: address.href,
		headers: {
			"content-type": "application/json",
			"user-agent": `zenpulse/${"1"}`,
			"webhook-id": webhookId,
			"webhook-timestamp": String(Math.floor(now.getTime() / 1e3)),
			...signingSecret !== null && { "webhook-signature": new import_dist.Webhook(signingSecret).sign(webhookId, now, body) },
			...bearer !== null && { authorization: `Bearer ${bearer}` }
		},
		body
	};
}

// delivery/zenpulse/hide-secrets.ts
/** Shorter ones would be found in ordinary words; nobody protects anything with them. */
const leastLength = 4;
/** Text without any of the secrets, each also as a URL would write it: receivers quote what they were sent. */
function hideSecrets(text, secrets) {
	return secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]).filter((secret) => secret.length >= leastLength).toSorted((one, other) => other.length - one.length).reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}

// delivery/zenpulse/clock-skew.ts
/** The tolerance of Standard Webhooks; identity tokens of GitHub live about as long. */
const toleranceMs = 3e5;
/**
* How a receiver's clock differs from ours, such as `12 minutes behind`; null when it differs by no more than is
* tolerated, or when the answer has no date.
*/
function clockSkew(headers, now) {
	const aheadMs = Date.parse(headers.get("date") ?? "") - now.getTime();
	if (Number.isNaN(aheadMs) || Math.abs(aheadMs) <= toleranceMs) return null;
	return `${Math.round(Math.abs(aheadMs) / 6e4)} minutes ${aheadMs > 0 ? "ahead of" : "behind"}`;
}

// delivery/zenpulse/refusal-advice.ts
const advice = {
	404: (host) => `Check the path of callback_url: ${host} has nothing there.`,
	410: (host) => `${host} wants no more callbacks at this address: take callback_url out, or set the address it uses now.`,
	413: (host) => `Let ${host} accept larger bodies, or report on a shorter window.`
};
/** What to do about an answer that trying again does not change. */
function refusalAdvice(status, host, target) {
	if (status >= 300 && status < 400) return "Redirects are not followed: set callback_url to the address that answers by itself.";
	if (status === 401 || status === 403) return `${proofAdvice(host, target)} docs/callbacks.md shows what is sent.`;
	return advice[status]?.(host) ?? `Look at the log of ${host}; docs/callbacks.md shows what is sent and what is expected. Then run the failed job again.`;
}
function proofAdvice(host, { proof, signingSecret }) {
	if (proof.kind === "token") return "The one-time token may be used or expired: send a new request.";
	if (proof.kind === "oidc") return `Check that ${host} expects this repository and workflow, and the audience of this address.`;
	return signingSecret === null ? `Check what ${host} expects.` : `Check that callback_signing_secret is the one ${host} verifies with.`;
}

// delivery/zenpulse/judge-answer.ts
const shownLength = 200;
const busy = /* @__PURE__ */ new Set([
	408,
	425,
	429
]);
/** What an answer means for a callback. Only 2xx is success; 409 is one when an earlier try may have arrived. */
function judgeAnswer(answer, context) {
	const { status, headers } = answer;
	const said = saidIn(answer, context.secrets);
	const result = {
		outcome: `answered ${status}${said === "" ? "" : ` (${said})`}`,
		answer: said === "" ? null : said,
		mayHaveArrived: false,
		waitMs: null,
		problem: null
	};
	if (status >= 200 && status < 300) return {
		...result,
		verdict: "delivered"
	};
	if (status >= 500 || busy.has(status)) return {
		...result,
		verdict: "again",
		mayHaveArrived: status >= 500 || status === 408,
		waitMs: retryAfterMs(headers, context.now)
	};
	if (status === 409 && context.arrivedBefore) return {
		...result,
		verdict: "delivered",
		outcome: `${result.outcome}: it has it from an earlier try`
	};
	return {
		...result,
		verdict: "refused",
		problem: refusalOf(answer, said, context)
	};
}
function refusalOf({ status, headers }, answer, { target, arrivedBefore, now }) {
	const { host } = new URL(target.url);
	if (status === 409) return new ZenPulseError("callback_already_used", {
		host,
		answer
	});
	const skew = status === 400 || status === 401 ? clockSkew(headers, now) : null;
	if (skew !== null) return new ZenPulseError("callback_clock_skew", {
		host,
		status,
		skew,
		answer
	});
	const next = (arrivedBefore ? `An earlier try may have arrived: look at ${host} first. ` : "") + refusalAdvice(status, host, target);
	return new ZenPulseError("callback_refused", {
		host,
		status,
		answer,
		next
	});
}
function saidIn({ body }, secrets) {
	const text = hideSecrets(visibleText(body), secrets);
	return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

// delivery/zenpulse/secrets-of.ts
/** Everything of a target that must be shown nowhere. Tokens that a try asks for come on top. */
function secretsOf({ url, proof, signingSecret }) {
	const { search, searchParams, hash, username, password } = URL.parse(url) ?? new URL("about:blank");
	return [
		...proof.kind === "token" ? [proof.token] : [],
		...signingSecret === null ? [] : [signingSecret, signingSecret.replace(/^whsec_/, "")],
		search.slice(1),
		...searchParams.values(),
		hash.slice(1),
		username,
		password
	].filter((secret) => secret !== "");
}

// delivery/zenpulse/try-callback.ts
/** GitHub's token service answers at once or not at all. */
const identityMs = 3e4;
/**
* Sends a callback once.
* @param arrivedBefore an earlier try may have arrived
*/
async function tryCallback(message, target, edges, arrivedBefore) {
	const secrets = secretsOf(target);
	try {
		const bearer = await bearerOf(message, target, edges);
		if (bearer !== null) secrets.push(bearer);
		const request = callbackRequest(message, target, bearer, edges.clock());
		const answer = await edges.fetch(request, edges.signal);
		return judgeAnswer(answer, {
			target,
			secrets,
			arrivedBefore,
			now: edges.clock()
		});
	} catch (thrown) {
		if (thrown instanceof ZenPulseError) return resultOfFailure(thrown);
		throw thrown;
	}
}
/** @throws ZenPulseError `callback_identity_missing` */
async function bearerOf(message, target, { signal }) {
	const { proof } = target;
	switch (proof.kind) {
		case "none": return null;
		case "token": return proof.token;
		case "oidc": {
			const host = new URL(target.url).host;
			const missing = (cause) => new ZenPulseError("callback_identity_missing", {
				host,
				cause
			});
			const until = AbortSignal.any([signal, AbortSignal.timeout(identityMs)]);
			const token = await orAborted(proof.idToken(audienceOf(target, message)), until).catch((thrown) => {
				throw missing(causeOf(thrown, target));
			});
			if (!isCarried(token)) throw missing("what came is no token");
			return token;
		}
	}
}
function causeOf(thrown, target) {
	const text = thrown instanceof Error ? thrown.message : String(thrown);
	return hideSecrets(visibleText(text), secretsOf(target)).slice(0, 200);
}
function resultOfFailure(error) {
	const result = {
		outcome: error.message.replace(/\.$/, ""),
		answer: null,
		waitMs: null,
		mayHaveArrived: false
	};
	switch (error.code) {
		case "destination_unreachable": return {
			...result,
			verdict: "again",
			problem: null
		};
		case "destination_silent": return {
			...result,
			verdict: "again",
			mayHaveArrived: true,
			problem: null
		};
		case "callback_identity_missing": return {
			...result,
			verdict: "again",
			problem: error
		};
		case "destination_refused": return {
			...result,
			verdict: "refused",
			problem: error
		};
		default: throw error;
	}
}

// delivery/zenpulse/webhook-id.ts
/**
* Id of a callback as a message: the same for every try of a run's callback, also when its job is run again. A digest,
* since a request id may hold full stops, which Standard Webhooks keep for the signed content.
* @returns `zenpulse_` and 32 digits in hex
*/
function webhookIdOf({ request_id: requestId, pipeline_run_id: runId }) {
	return `zenpulse_${createHash("sha256").update(JSON.stringify([requestId, runId])).digest("hex").slice(0, 32)}`;
}

// delivery/zenpulse.ts
/**
* Sends what a run came to, as often as is decent. It does not throw for what it meets on the way: every end is a
* result, with the problem in it.
*/
async function sendCallback(payload, target, edges) {
	const message = {
		webhookId: webhookIdOf(payload),
		body: JSON.stringify(payload)
	};
	const tries = [];
	let answer = null;
	const end = (state, problem) => ({
		state,
		webhookId: message.webhookId,
		tries,
		answer,
		problem
	});
	const undelivered = (why) => new ZenPulseError("callback_undelivered", {
		host: new URL(target.url).host,
		tries: tries.length,
		why
	});
	const flaw = flawOf(target);
	if (flaw !== null) return end("refused", flaw);
	const startedAt = edges.clock().getTime();
	let mayHaveArrived = false;
	let last = "nothing was tried";
	while (!edges.signal.aborted) {
		const at = edges.clock();
		const result = await tryCallback(message, target, edges, mayHaveArrived);
		tries.push({
			at,
			outcome: result.outcome
		});
		answer = result.answer ?? answer;
		if (result.verdict !== "again") return end(result.verdict, result.problem);
		mayHaveArrived ||= result.mayHaveArrived;
		last = result.outcome;
		const pauseMs = pauseAfter(tries.length, edges.random());
		if (pauseMs === null) return end("exhausted", result.problem ?? undelivered(last));
		const waitMs = Math.max(pauseMs, result.waitMs ?? 0);
		if (edges.clock().getTime() + waitMs - startedAt > 48e4) {
			const why = `${last}; a wait of ${Math.ceil(waitMs / 1e3)} s is longer than this job stays`;
			return end("exhausted", result.problem ?? undelivered(why));
		}
		await pause(waitMs, edges);
	}
	return end("exhausted", undelivered(`${last}; then the run was stopped`));
}
/** Ends early when the run is stopped, which the caller sees by the signal. */
async function pause(ms, { sleep, signal }) {
	try {
		await sleep(ms, signal);
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

// delivery/zenpulse/dead-letter.ts
/** The file that keeps a callback which did not arrive; null for one that did. */
function deadLetterOf(payload, callbackUrl, { state, webhookId, tries, problem }) {
	if (state === "delivered" || problem === null) return null;
	return {
		contract_version: "1",
		state,
		destination: withoutQuery(callbackUrl),
		webhook_id: webhookId,
		tries: tries.map(({ at, outcome }) => ({
			at: at.toISOString(),
			outcome
		})),
		problem: {
			code: problem.code,
			message: problem.message,
			next_step: problem.nextStep
		},
		payload
	};
}

// action/deliver/plan-slack.ts
/** Decides before anything is rendered or sent. */
function planSlack({ status, results }, { hasSlack, isForApp, isQuiet }) {
	if (!hasSlack) return "none";
	if (isForApp) return "refused";
	if (isQuiet) return "none";
	switch (status) {
		case "failed": return "failure";
		case "completed": return results?.complete === true ? "report" : "withheld";
		case "no_changes":
		case "validated": return "none";
	}
}

// delivery/slack/plain-text.ts
/** Text without Slack's own marks: `<!channel>` reads `< !channel>`, as `visibleText` draws a runner's marks apart. */
const withoutMarks = (text) => text.replace(/<(?=[!@#])/g, "< ");
/** Untrusted text for where nothing can be shown as code: what calls people or makes a link is drawn apart too. */
const quietText = (text) => withoutMarks(visibleText(text)).replace(/[@＠](?=channel|here|everyone)/giu, "@ ").replace(/:\/\//g, ": //");
/**
* Text of at most `most` UTF-16 units; a longer one ends in `…`, so that the cut shows.
* @param most at least 2
*/
function shorten(text, most) {
	if (text.length <= most) return text;
	return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
/** Text in parts of at most `most` UTF-16 units, parted between words where there are any. Nothing is lost but blanks. */
function partsOf(text, most) {
	const parts = [];
	let rest = text.trim();
	while (rest.length > most) {
		const blank = rest.lastIndexOf(" ", most);
		const end = blank > most / 2 ? blank : rest.slice(0, most).replace(/[\uD800-\uDBFF]$/, "").length;
		parts.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trimStart();
	}
	return rest === "" ? parts : [...parts, rest];
}
/** Text for Slack's mrkdwn, in which just these three characters have a meaning that can be escaped. */
const escapeMrkdwn = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// delivery/slack/rich-text.ts
/** Words that some reader of Slack's messages may turn into a link or a mention. Shown as code they stay words. */
const live = [
	/@[\p{L}\p{N}_]/u,
	/:\/\/|\/\/\S/u,
	/(?<![\p{L}\p{N}])www\./iu,
	/(?<![\p{L}\p{N}])(?:mailto|javascript|data|tel|file|vbscript):/iu,
	/^(?:[\p{L}\p{N}_-]+\.)+(?!js$)\p{L}{2,}(?:[/:?#].*)?$/iu
];
/** Beyond so many pieces the markup outweighs the text; then all of it is code, which is one piece. */
const mostPieces = 60;
const inlineText = (text, style) => ({
	type: "text",
	text,
	...style && Object.keys(style).length > 0 ? { style } : {}
});
/**
* Untrusted text as rich text. Slack parses nothing in it: no escaping, no mention, no link. Code in back-ticks becomes
* code, and so does a word that a reader of messages might still make live.
* @param most pieces; of a text with more, all is code
* @returns nothing for a text that shows nothing
*/
function richText(text, style = {}, most = 60) {
	const visible = withoutMarks(visibleText(text));
	if (visible === "") return [];
	const pieces = textPieces(visible, live);
	if (pieces.length > most) return [inlineText(visible, {
		...style,
		code: true
	})];
	return pieces.map(({ isCode, text: piece }) => inlineText(withoutMarks(piece), isCode ? {
		...style,
		code: true
	} : style));
}
/** The address as it may stand in a message, or null: only the web, no user name, no sign of mrkdwn. */
function webLink(url) {
	const parsed = url === null ? null : URL.parse(url);
	if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== "" || parsed.password !== "") return null;
	const href = parsed.href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E");
	return href.length > slackLimits.linkCharacters ? null : href;
}
/** `#12` with its link, or the bare label where there is no link. */
function referenceText({ label, url }) {
	const shown = shorten(visibleText(label), 200) || "(no number)";
	const href = webLink(url);
	if (href !== null) return {
		type: "link",
		url: href,
		text: withoutMarks(shown)
	};
	return richText(shown, {}, 1)[0] ?? inlineText(shown);
}

// delivery/slack/pieces.ts
/** Longest text of an item in UTF-16 units; GitHub's titles end at 256, a commit's subject has no end. */
const itemCharacters = 400;
const authorCharacters = 60;
const titleCharacters = 150;
/** Beyond so many pieces a name is shown as code. */
const authorPieces = 6;
const shownAuthors = 3;
/** References on one row, in bytes of JSON. */
const referenceBytes = 1e3;
/** Text of one paragraph; small enough that any message has room for one, whatever its letters. */
const paragraphCharacters = 1500;
/** What code, not a writer, appends for whatever no item cites; see `reportOutline`. */
const foldedTitle = "Also merged";
/** Up to so many of these are all shown with their titles; of more, only the first `foldedShown` are. */
const foldedWhole = 8;
const foldedShown = 5;
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
/** ` by Ada, Bob and 3 others`; nothing without authors. */
function byLine(authors) {
	const names = authors.map((name) => richText(shorten(visibleText(name), authorCharacters), {}, authorPieces)).filter((name) => name.length > 0);
	if (names.length === 0) return [];
	const hidden = names.length - shownAuthors;
	const others = hidden > 0 ? [[inlineText(`${hidden} other${hidden === 1 ? "" : "s"}`)]] : [];
	const shown = [...names.slice(0, shownAuthors), ...others];
	const words = conjunction.formatToParts(shown.map((_, at) => String(at)));
	return [inlineText(" by "), ...words.flatMap(({ type, value }) => type === "element" ? shown[Number(value)] ?? [] : [inlineText(value)])];
}
/** References in groups that fit on a row. */
function groupsOf(references) {
	const groups = [];
	let size = Number.POSITIVE_INFINITY;
	for (const reference of references) {
		const own = sizeOf(referenceText(reference)) + 30;
		const last = groups.at(-1);
		if (last && size + own <= referenceBytes) {
			last.push(reference);
			size += own;
		} else {
			groups.push([reference]);
			size = own;
		}
	}
	return groups;
}
const cited = (references) => references.flatMap((reference, at) => [...at === 0 ? [] : [inlineText(", ")], referenceText(reference)]);
/** Plain texts that touch become one: a third of a message is markup as it is. */
function joinPlain(elements) {
	const joined = [];
	for (const element of elements) {
		const last = joined.at(-1);
		if (last?.type === "text" && element.type === "text" && !last.style && !element.style) joined[joined.length - 1] = inlineText(last.text + element.text);
		else joined.push(element);
	}
	return joined;
}
/** An item: its first row, and further ones where it names more pull requests than a row holds. */
function rowsOf(start, references, end) {
	const [first = [], ...others] = groupsOf(references);
	const groups = [first, ...others];
	return groups.map((group, at) => ({
		form: at === 0 ? "item" : "more",
		references: group,
		elements: joinPlain([
			...at === 0 ? start : [],
			...cited(group),
			...at === groups.length - 1 ? end : []
		])
	}));
}
function itemRows({ text, references, authors }) {
	const told = richText(shorten(text, itemCharacters));
	return rowsOf(references.length === 0 ? told : [...told, inlineText(" ")], references, byLine(authors));
}
/** `and 23 more: #12, #13 …` */
const foldedRows = (items) => items.length === 0 ? [] : rowsOf([inlineText(`and ${items.length.toLocaleString("en")} more: `)], items.flatMap(({ references }) => references), []);
/**
* A section as rows.
* @param titles items shown with their titles; of the others only the references are
*/
function sectionPieces({ title, items, note }, titles) {
	const most = title === "Also merged" && items.length > foldedWhole ? Math.min(foldedShown, titles) : titles;
	const [shown, folded] = [items.slice(0, most), items.slice(most)];
	const rows = [
		...shown.flatMap(itemRows),
		...foldedRows(folded),
		...note === null ? [] : partsOf(note, paragraphCharacters).map((part) => ({
			form: "line",
			references: [],
			elements: richText(part, { italic: true })
		}))
	];
	const section = { title: shorten(visibleText(title), titleCharacters) };
	return rows.filter(({ elements }) => elements.length > 0).map((row) => ({
		kind: "row",
		section,
		row
	}));
}
const richSection = (elements) => ({
	type: "rich_text_section",
	elements
});
const richBlock = (elements) => ({
	type: "rich_text",
	elements
});
/** Prose as blocks, one for each part of a text that is too long for one. */
const paragraphs = (text, bold = false) => partsOf(text, paragraphCharacters).flatMap((part) => {
	const elements = richText(part, bold ? { bold: true } : {});
	return elements.length === 0 ? [] : [richBlock([richSection(elements)])];
});
/** Small print. */
const smallPrint = (text) => partsOf(quietText(text), paragraphCharacters).map((part) => ({
	type: "context",
	elements: [{
		type: "plain_text",
		text: part,
		emoji: false
	}]
}));

// delivery/slack/flow.ts
const charactersOf = ({ elements }) => elements.flatMap((element) => element.type === "rich_text_list" ? element.elements : [element]).flatMap(({ elements: inline }) => inline).reduce((sum, { text }) => sum + text.length, 0);
function withRow(block, { form, elements }) {
	const line = richSection(elements);
	if (form === "line") return richBlock([...block.elements, line]);
	const last = block.elements.at(-1);
	if (last?.type !== "rich_text_list") return richBlock([...block.elements, {
		type: "rich_text_list",
		style: "bullet",
		elements: [line]
	}]);
	const item = last.elements.at(-1);
	const items = form === "more" && item ? [...last.elements.slice(0, -1), richSection([
		...item.elements,
		inlineText(", "),
		...elements
	])] : [...last.elements, line];
	return richBlock([...block.elements.slice(0, -1), {
		...last,
		elements: items
	}]);
}
/** Beyond so many pieces a title is shown as code. */
const titlePieces = 6;
function heading(title, isContinued) {
	const elements = richText(title, { bold: true }, titlePieces);
	if (elements.length === 0) return richBlock([]);
	const more = isContinued ? [inlineText(" (continued)", { bold: true })] : [];
	return richBlock([richSection([...elements, ...more])]);
}
/** The blocks of one message while it is being filled. */
var Filling = class {
	#closed = [];
	#closedBytes = 0;
	#last = null;
	/** Section of the last block, when that is a list which may grow. */
	#section = null;
	#room;
	/** @param room bytes for blocks */
	constructor(room) {
		this.#room = room;
	}
	/** @returns false when there is no room; nothing is changed then */
	add(piece, isContinued) {
		if (piece.kind === "block") return this.#push(piece.block, null);
		const grown = this.#section === piece.section && this.#last?.type === "rich_text" ? withRow(this.#last, piece.row) : null;
		if (grown && charactersOf(grown) <= slackLimits.blockCharacters) return this.#replace(grown);
		const opened = grown ? richBlock([]) : heading(piece.section.title, isContinued);
		return this.#push(withRow(opened, piece.row), piece.section);
	}
	#fits(last, closedBytes, count) {
		return closedBytes + sizeOf(last) + 3 <= this.#room && count <= slackLimits.blocks;
	}
	#push(block, section) {
		const closedBytes = this.#closedBytes + (this.#last ? sizeOf(this.#last) + 1 : 0);
		if (!(this.#last === null) && !this.#fits(block, closedBytes, this.#closed.length + 2)) return false;
		if (this.#last) this.#closed.push(this.#last);
		this.#closedBytes = closedBytes;
		this.#last = block;
		this.#section = section;
		return true;
	}
	#replace(block) {
		if (!this.#fits(block, this.#closedBytes, this.#closed.length + 1)) return false;
		this.#last = block;
		return true;
	}
	get blocks() {
		return this.#last ? [...this.#closed, this.#last] : this.#closed;
	}
};
/**
* Fills messages one after the other, in order.
* @param reserved bytes that each message must leave free for its foot
*/
function flow(pieces, reserved) {
	const room = slackLimits.messageBytes - reserved;
	const messages = [new Filling(room)];
	let before = null;
	for (const piece of pieces) {
		const section = piece.kind === "row" ? piece.section : null;
		const isContinued = section !== null && section === before;
		if (!messages.at(-1)?.add(piece, isContinued)) {
			const next = new Filling(room);
			next.add(piece, isContinued);
			messages.push(next);
		}
		before = section;
	}
	return messages.map(({ blocks }) => blocks);
}

// delivery/slack/render-slack.ts
/** Messages a report may take before it is shortened: in the channel itself, and with replies in a thread. */
const mostMessages = {
	channel: 4,
	thread: 20
};
const blocksOf = (blocks) => blocks.map((block) => ({
	kind: "block",
	block
}));
const headerBlock = (title) => ({
	type: "header",
	text: {
		type: "plain_text",
		text: shorten(title, slackLimits.headerCharacters),
		emoji: false
	}
});
/** What puts the report in doubt, headline, what was looked at, summary. */
function headPieces({ warnings = [], headline, context, summary }) {
	const title = quietText(headline) || "Report";
	return blocksOf([
		...warnings.flatMap((warning) => paragraphs(`Note: ${warning}`, true)),
		headerBlock(title),
		...title.length > slackLimits.headerCharacters ? paragraphs(headline, true) : [],
		...smallPrint(context.join(" · ")),
		...paragraphs(summary)
	]);
}
/** Links made by code, the only mrkdwn there is. */
function linksBlock({ runUrl, artifactUrl }, part) {
	const links = [{
		label: "Workflow run",
		href: webLink(runUrl)
	}, {
		label: "Files of this report",
		href: webLink(artifactUrl)
	}].flatMap(({ label, href }) => href === null ? [] : `<${escapeMrkdwn(href)}|${label}>`);
	const elements = [...part === null ? [] : [{
		type: "plain_text",
		text: part,
		emoji: false
	}], ...links.length === 0 ? [] : [{
		type: "mrkdwn",
		text: links.join(" · "),
		verbatim: true
	}]];
	return elements.length === 0 ? [] : [{
		type: "context",
		elements
	}];
}
const noLinks = {
	runUrl: null,
	artifactUrl: null
};
const distinct = (pieces) => new Set(pieces.flatMap((piece) => piece.kind === "row" ? piece.row.references.map(({ label }) => label) : [])).size;
const counted = (count) => count.toLocaleString("en");
/** Says what is left out, and where it is. */
const cutNotice = (shown, all, href) => richBlock([richSection([inlineText(`Truncated: ${counted(distinct(shown))} of ${counted(distinct(all))} pull requests and commits are shown here. `, { italic: true }), {
	type: "link",
	url: href,
	text: "The whole report"
}])]);
/** The largest number from `least` up to `most` that fits; `least` itself is taken to fit. */
function largest(least, most, fits) {
	let [good, bad] = [least, most + 1];
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (fits(middle)) good = middle;
		else bad = middle;
	}
	return good;
}
/** Titles that each section keeps when a report is folded. */
const leastTitles = 3;
/**
* A report that fits on `most` messages, or has nowhere to point to, is shown whole. Any other is folded: each section
* shows as many titles as there is room for, and of the rest the references. Only where these do not fit either are
* rows left out, and the last line says so.
*/
function fit(outline, links, most, reserved) {
	const head = headPieces(outline);
	const tail = blocksOf(outline.notes.flatMap(smallPrint));
	const body = (titles) => outline.sections.flatMap((section) => sectionPieces(section, titles));
	const folded = (titles) => flow([
		...head,
		...body(titles),
		...tail
	], reserved);
	const whole = folded(Number.POSITIVE_INFINITY);
	const href = webLink(links.runUrl) ?? webLink(links.artifactUrl);
	if (whole.length <= most || href === null) return whole;
	if (folded(leastTitles).length <= most) {
		const longest = Math.max(leastTitles, ...outline.sections.map(({ items }) => items.length));
		return folded(largest(leastTitles, longest, (titles) => folded(titles).length <= most));
	}
	const rows = body(leastTitles);
	const cut = (count) => {
		const shown = rows.slice(0, count);
		return flow([
			...head,
			...shown,
			...blocksOf([cutNotice(shown, rows, href)]),
			...tail
		], reserved);
	};
	return cut(largest(0, rows.length, (count) => cut(count).length <= most));
}
/**
* A report as messages for Slack, the first of them its head. Every pull request of the outline is in one of them with
* its reference. Only where a report would take more than `most` messages and the links say where the whole of it is,
* titles give way to bare references, and in the end a line counts what is left out and links there.
*
* Text of the outline stands only in rich text and plain text, which Slack shows as they are.
* @param most messages, at least 1; see `mostMessages`
*/
function renderSlack(outline, links, most = mostMessages.channel) {
	const reserved = sizeOf(linksBlock(links, "1,000 of 1,000")) + 1;
	const messages = fit(outline, links, Math.max(1, most), reserved);
	const headline = shorten(quietText(outline.headline), 300) || "Report";
	const warning = shorten(quietText((outline.warnings ?? []).join(" ")), 300);
	return messages.map((blocks, at) => {
		const part = messages.length === 1 ? null : `${counted(at + 1)} of ${counted(messages.length)}`;
		const about = at === 0 ? shorten(quietText(outline.context.join(" · ")), 300) : "";
		return {
			text: escapeMrkdwn([
				at === 0 ? warning : "",
				part === null || at === 0 ? headline : `${headline} (${part})`,
				about
			].filter(Boolean).join("\n")),
			blocks: [...blocks, ...linksBlock(at === 0 ? links : noLinks, part)]
		};
	});
}

// delivery/slack/render-failure.ts
/** Longest text, in UTF-16 units; the run's log has it in full. */
const most = 1200;
/** The lines of a text, shown as they are; `shorten` marks a cut with `…`. */
function lines(text) {
	const shown = shorten(text, most).split("\n").flatMap((line) => withoutMarks(visibleText(line)) || []);
	const rich = shown.flatMap((line, at) => [...at === 0 ? [] : [inlineText("\n")], ...richText(line)]);
	return rich.length > 60 ? [inlineText(shown.join("\n"), { code: true })] : rich;
}
/** A short message that a run failed, and what to do. */
function renderFailure({ repository, message, nextStep, runUrl }) {
	const title = `No report on ${quietText(repository) || "this repository"}`;
	const why = lines(message);
	const next = lines(nextStep);
	return {
		text: escapeMrkdwn(`${shorten(title, 200)}\n${shorten(quietText(message), 300)}`),
		blocks: [
			headerBlock(title),
			...why.length === 0 ? [] : [richBlock([richSection(why)])],
			...next.length === 0 ? [] : [richBlock([richSection([inlineText("Next: ", { bold: true }), ...next])])],
			...linksBlock({
				runUrl,
				artifactUrl: null
			}, null)
		]
	};
}

// action/deliver/slack-messages.ts
/** The report of a completed run, or in short why there is none; nothing for a run that has neither. */
function slackMessages({ results, error, artifact_uri: artifactUrl }, { runUrl, repository }, target) {
	if (error !== null) return [renderFailure({
		repository,
		message: error.message,
		nextStep: error.next_step,
		runUrl
	})];
	if (results === null || results.outline === null) return [];
	const most = target.kind === "bot" ? mostMessages.thread : mostMessages.channel;
	return renderSlack(results.outline, {
		runUrl,
		artifactUrl
	}, most);
}

// action/deliver/deliver.ts
async function callBack(payload, target, { callback, keep }, problems) {
	const delivery = await sendCallback(payload, target, callback);
	const { state, tries, problem } = delivery;
	const outcome = {
		host: new URL(target.url).host,
		state,
		tries: tries.length,
		deadLetterUrl: null
	};
	if (problem) problems.push(problem);
	const letter = deadLetterOf(payload, target.url, delivery);
	if (letter === null) return outcome;
	try {
		return {
			...outcome,
			deadLetterUrl: await keep(letter)
		};
	} catch (thrown) {
		problems.push(toZenPulseError(thrown));
		return outcome;
	}
}
async function post({ payload, place }, target, edges, problems) {
	const messages = slackMessages(payload, place, target);
	const { state, posted, total, problem } = await deliverToSlack(messages, target, edges);
	if (problem) problems.push(problem);
	return {
		state,
		posted,
		total
	};
}
/**
* Calls back, then posts to Slack; neither waits on the success of the other. The callback comes first, since its
* receiver knows a repeated one: a step that is stopped in between can be run again without posting twice.
*/
async function deliver(delivery, edges) {
	const { payload, callback, slack, isForApp, isQuiet } = delivery;
	const problems = [];
	const plan = planSlack(payload, {
		hasSlack: slack !== null,
		isForApp,
		isQuiet
	});
	const called = callback === null ? null : await callBack(payload, callback, edges, problems);
	const posted = slack !== null && (plan === "report" || plan === "failure") ? await post(delivery, slack, edges.slack, problems) : null;
	if (plan === "refused") problems.push(new ZenPulseError("slack_with_app", {}));
	return {
		callback: called,
		plan,
		slack: posted,
		problems
	};
}

// action/deliver/keep-dead-letter.ts
/**
* Stores a callback that did not arrive as an artifact of its own.
* @param id unique in the attempt of the run
* @returns web address of the artifact
* @throws ZenPulseError `artifact_failed`
*/
async function keepDeadLetter(letter, id, context, retentionDays) {
	const folder = join(context.tempFolder, `zenpulse-dead-letter-${id}`);
	const paths = await writeFiles(folder, [{
		name: "dead-letter.json",
		content: canonicalJson(letter)
	}]);
	const name = `zenpulse-dead-letter-${context.attempt}-${id}`;
	return artifactUrl(context, await uploadArtifact(name, folder, [...paths.values()], retentionDays));
}

// action/deliver/outcome.ts
const isHeldBack = (plan) => plan === "withheld" || plan === "refused";
const outcomeOutputs = ({ callback, plan, slack }) => ({
	callback_state: callback?.state ?? "",
	slack_state: slack?.state ?? (isHeldBack(plan) ? "withheld" : ""),
	dead_letter_url: callback?.deadLetterUrl ?? ""
});
const triesOf = (count) => count === 1 ? "one try" : `${count} tries`;
function callbackLine({ host, state, tries, deadLetterUrl }) {
	if (state === "delivered") return `Callback to ${host}: delivered (${triesOf(tries)}).`;
	const kept = deadLetterUrl === null ? "" : ` The payload is kept: ${deadLetterUrl}`;
	return `Callback to ${host}: not delivered (${state}, ${triesOf(tries)}).${kept}`;
}
function slackLine({ plan, slack }) {
	if (plan === "withheld") return "Slack: not posted, for the report is incomplete.";
	if (plan === "refused") return "Slack: not posted, for only whoever dispatched this run posts.";
	if (slack === null) return null;
	const what = plan === "failure" ? "the failure" : "the report";
	const messages = `${slack.posted} of ${slack.total} messages`;
	switch (slack.state) {
		case "sent": return `Slack: ${what} was posted (${messages}).`;
		case "failed": return `Slack: ${what} was not posted${slack.posted === 0 ? "" : " whole"} (${messages}).`;
		case "unknown": return `Slack: not known whether ${what} was posted whole (${messages}).`;
	}
}
/** One line for each target, for the log and the summary. They hold no text of the report and no secret. */
const outcomeLines = (outcome) => [outcome.callback && callbackLine(outcome.callback), slackLine(outcome)].filter((line) => line !== null);
/** What somebody must decide though nothing failed, or beside what failed. */
function outcomeWarnings({ callback, plan, slack }) {
	const isPosted = slack !== null && slack.posted > 0;
	const mayBeWhole = slack?.state === "sent" || slack?.state === "unknown";
	return [
		plan === "withheld" ? "The report is incomplete, for GitHub did not show all of it, so nothing was posted to Slack. Next: read it in the summary of the run; if it will do, post it by hand, else run all jobs again later." : null,
		slack?.state === "unknown" ? "Nobody but Slack knows whether the last message was posted. Next: look in the channel; running this job again posts all messages again." : null,
		slack?.state === "failed" && isPosted ? `Slack has ${slack.posted} of ${slack.total} messages. Next: delete them before you run this job again, which posts all of them.` : null,
		callback !== null && callback.state !== "delivered" && mayBeWhole ? "Slack has been posted to, so running this job again for the callback posts there a second time. Next: send the payload of the dead letter yourself, or take the Slack inputs out before you run it again." : null
	].filter((warning) => warning !== null);
}

// action/deliver/request-id-token.ts
const timeoutMs = 1e4;
/**
* Asks GitHub for a token that says which run this is. The toolkit would bring an HTTP client of its own for it.
* @returns null where the job may not ask: it lacks the permission `id-token: write`
*/
function idTokenSource({ variables, fetch, signal, mask }) {
	const address = variables["ACTIONS_ID_TOKEN_REQUEST_URL"];
	const requestToken = variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
	if (!address || !requestToken) return null;
	return async (audience) => {
		const url = new URL(address);
		url.searchParams.set("audience", audience);
		const response = await fetch(url, {
			headers: {
				authorization: `Bearer ${requestToken}`,
				accept: "application/json"
			},
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
		});
		if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
		const answer = await response.json();
		const token = typeof answer === "object" && answer !== null && "value" in answer ? answer.value : null;
		if (typeof token !== "string" || token === "") throw new Error("the answer holds no token");
		mask(token);
		return token;
	};
}

// action/deliver/slack-target.ts
/** Where in Slack to post; null without inputs for it. The contract lets a webhook and a token not stand together. */
function slackTarget({ slack_webhook_url: url, slack_bot_token: token, slack_channel: channel, slack_api_url: apiUrl }) {
	if (url !== void 0) return {
		kind: "webhook",
		url
	};
	return token === void 0 || channel === void 0 ? null : {
		kind: "bot",
		token,
		channel,
		apiUrl
	};
}

// action/deliver/deliver-run.ts
/** Slack's own hosts, which nobody has to allow. */
const slackHosts = [
	"hooks.slack.com",
	"hooks.slack-gov.com",
	"slack.com",
	"slack-gov.com"
];
/**
* Delivers what came of a run and tells how that went: in the log, the summary and the outputs. A delivery that failed
* makes the step fail.
*/
async function deliverRun({ payload, inputs, context, isQuiet = false }, edges) {
	const { clock, sleep, random, signal, resolve, newId } = edges;
	const allowedHosts = inputs.callback_allowed_hosts;
	const through = (hosts) => ({
		fetch: createGuardedFetch({
			allowedHosts: hosts,
			resolve
		}),
		clock,
		sleep,
		random,
		signal
	});
	const outcome = await deliver({
		payload,
		callback: callbackTarget(inputs, idTokenSource({
			...edges,
			mask: setSecret
		})),
		slack: slackTarget(inputs),
		place: {
			runUrl: runUrl(context),
			repository: context.repository
		},
		isForApp: inputs.callback_url !== void 0 && inputs.callback_url === context.dispatched.callbackUrl,
		isQuiet
	}, {
		callback: through(allowedHosts),
		slack: through([...slackHosts, ...allowedHosts]),
		keep: (letter) => keepDeadLetter(letter, newId(), context, inputs.retention_days)
	});
	for (const [name, value] of Object.entries(outcomeOutputs(outcome))) setOutput(name, value);
	const lines = outcomeLines(outcome);
	for (const line of lines) info(line);
	if (lines.length > 0) await summary.addRaw(`\n\n${lines.map((line) => `- ${line}\n`).join("")}`).write();
	for (const warning$1 of outcomeWarnings(outcome)) warning(warning$1);
	for (const problem of outcome.problems) setFailed(problem);
}

export { deliverRun };