import { F as seenText, a as noRules } from "./start.js";
const { createHash } = process.getBuiltinModule("node:crypto");

// node_modules/safe-stable-stringify/index.js
const { hasOwnProperty } = Object.prototype;
/** @typedef {{toJSON: (key: string) => unknown}} ToJSON */
const strEscapeSequencesRegExp = /[\u0000-\u001f\u0022\u005c\ud800-\udfff]/;
const nodeVersion = typeof process === "object" ? process?.versions?.node : void 0;
const strEscapeLength = Number(nodeVersion?.slice(0, nodeVersion.indexOf("."))) >= 22 ? 128 : 5e3;
function strEscape(str) {
	if (str.length < strEscapeLength && !strEscapeSequencesRegExp.test(str)) return `"${str}"`;
	return JSON.stringify(str);
}
/**
* @param {string[]} array
* @param {(a: string, b: string) => number} [comparator]
*/
function sort(array, comparator) {
	if (array.length > 200 || comparator) return array.sort(comparator);
	let moves = 0;
	if (array.length > 1 && array[0] > array[1]) {
		const currentValue = array[1];
		if (array.length > 32 && currentValue > array[array.length - 1]) return array.sort();
		array[1] = array[0];
		array[0] = currentValue;
		moves = 1;
	}
	for (let i = 2; i < array.length; i++) {
		const currentValue = array[i];
		if (array[i - 1] <= currentValue) continue;
		let position = i;
		do {
			array[position] = array[position - 1];
			position--;
		} while (position !== 0 && array[position - 1] > currentValue);
		array[position] = currentValue;
		moves += i - position;
		if (moves > array.length && moves > 32) return array.sort();
	}
	return array;
}
const typedArrayPrototypeGetSymbolToStringTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Object.getPrototypeOf(/* @__PURE__ */ new Int8Array())), Symbol.toStringTag).get;
/** @param {object & {length?: unknown}} value */
function getTypedArrayType(value) {
	const type = typedArrayPrototypeGetSymbolToStringTag.call(value);
	return type !== void 0 && value.length !== 0 ? type : void 0;
}
/** @param {number | bigint} value */
function wrapInQuotes(value) {
	return `"${value}"`;
}
/**
* @param {ArrayLike<number | bigint>} array
* @param {string} separator
* @param {number} maximumBreadth
* @param {boolean | 'string'} bigint
* @param {((value: number | bigint) => never) | undefined} fail
* @param {string} type
*/
function stringifyTypedArray(array, separator, maximumBreadth, bigint, fail, type) {
	if (array.length < maximumBreadth) maximumBreadth = array.length;
	const whitespace = separator === "," ? "" : " ";
	if (type[0] === "F") {
		let value = array[0];
		let res = `"0":${whitespace}${Number.isFinite(value) ? value : fail ? fail(value) : "null"}`;
		for (let i = 1; i < maximumBreadth; i++) {
			value = array[i];
			res += `${separator}"${i}":${whitespace}${Number.isFinite(value) ? value : fail ? fail(value) : "null"}`;
		}
		return res;
	}
	const method = bigint === "string" && array.length > 0 && typeof array[0] === "bigint" ? wrapInQuotes : String;
	let res = `"0":${whitespace}${method(array[0])}`;
	for (let i = 1; i < maximumBreadth; i++) res += `${separator}"${i}":${whitespace}${method(array[i])}`;
	return res;
}
/** @param {number} index */
function stringifyCircularDepth(index) {
	return `"[Circular: ${index}]"`;
}
/** @param {Record<string, unknown>} options */
function getCircularValueOption(options) {
	if (hasOwnProperty.call(options, "circularValue")) {
		const circularValue = options.circularValue;
		if (typeof circularValue === "string") return `"${circularValue}"`;
		if (circularValue == null) return circularValue;
		if (circularValue === Error || circularValue === TypeError) return { toString() {
			throw new TypeError("Converting circular structure to JSON");
		} };
		throw new TypeError("The \"circularValue\" argument must be of type string or the value null or undefined");
	}
	return stringifyCircularDepth;
}
function getDeterministicOption(options) {
	let value;
	if (hasOwnProperty.call(options, "deterministic")) {
		value = options.deterministic;
		if (typeof value !== "boolean" && typeof value !== "function") throw new TypeError("The \"deterministic\" argument must be of type boolean or comparator function");
	}
	return value === void 0 ? true : value;
}
function getBigIntOption(options) {
	let value;
	if (hasOwnProperty.call(options, "bigint")) {
		value = options.bigint;
		if (typeof value === "string") {
			if (value !== "string") throw new TypeError("The \"bigint\" argument must be of type boolean or the string \"string\"");
		} else if (typeof value !== "boolean") throw new TypeError("The \"bigint\" argument must be of type boolean or the string \"string\"");
	}
	return value === void 0 ? true : value;
}
function getBooleanOption(options, key, defaultValue) {
	let value;
	if (hasOwnProperty.call(options, key)) {
		value = options[key];
		if (typeof value !== "boolean") throw new TypeError(`The "${key}" argument must be of type boolean`);
	}
	return value === void 0 ? defaultValue : value;
}
function getPositiveIntegerOption(options, key) {
	let value;
	if (hasOwnProperty.call(options, key)) {
		value = options[key];
		if (typeof value !== "number") throw new TypeError(`The "${key}" argument must be of type number`);
		if (!Number.isInteger(value)) throw new TypeError(`The "${key}" argument must be an integer`);
		if (value < 1) throw new RangeError(`The "${key}" argument must be >= 1`);
	}
	return value === void 0 ? Infinity : value;
}
function getItemCount(number) {
	if (number === 1) return "1 item";
	return `${number} items`;
}
function getUniqueReplacerSet(replacerArray) {
	const replacerSet = /* @__PURE__ */ new Set();
	for (const value of replacerArray) if (typeof value === "string" || typeof value === "number") replacerSet.add(String(value));
	return replacerSet;
}
function getStrictOption(options) {
	if (hasOwnProperty.call(options, "strict")) {
		const value = options.strict;
		if (typeof value !== "boolean") throw new TypeError("The \"strict\" argument must be of type boolean");
		if (value) return (value) => {
			let message = `Object can not safely be stringified. Received type ${typeof value}`;
			if (typeof value !== "function") message += ` (${safeErrorMessage(value)})`;
			throw new Error(message);
		};
	}
}
function safeErrorMessage(error) {
	try {
		return String(error);
	} catch {
		return "Failed";
	}
}
function getErrorMessage(error, name) {
	const message = typeof error?.message === "string" ? error.message : safeErrorMessage(error);
	if (name) return `Error: Stringification failed with ${name} (${message})`;
	return `Error: Stringification failed (${message})`;
}
function callSafe(method, thisArg, input) {
	try {
		return method.call(thisArg, input);
	} catch (error) {
		return getErrorMessage(error, method.name);
	}
}
function makeSafe(method, name) {
	const safeMethod = function(...input) {
		try {
			return method(...input);
		} catch (error) {
			if (name !== void 0) return getErrorMessage(error, name);
			return `"${getErrorMessage(error, name)}"`;
		}
	};
	Object.defineProperty(safeMethod, "name", { value: `safe_${method.name}` });
	return safeMethod;
}
function configure$1(options) {
	options = { ...options };
	const fail = getStrictOption(options);
	if (fail) {
		if (options.bigint === void 0) options.bigint = false;
		if (!("circularValue" in options)) options.circularValue = Error;
	}
	const circularValue = getCircularValueOption(options);
	const bigint = getBigIntOption(options);
	const deterministic = getDeterministicOption(options);
	const comparator = typeof deterministic === "function" ? deterministic : void 0;
	const maximumDepth = getPositiveIntegerOption(options, "maximumDepth");
	const maximumBreadth = getPositiveIntegerOption(options, "maximumBreadth");
	const safe = getBooleanOption(options, "safe", false);
	let stringifyFnReplacer = function(key, parent, stack, replacer, spacer, indentation) {
		let value = parent[key];
		if (typeof value === "object" && value !== null && typeof value.toJSON === "function") value = safe ? callSafe(value.toJSON, value, key) : value.toJSON(key);
		value = replacer.call(parent, key, value);
		if (typeof value === "object") {
			if (value === null) return "null";
			const circularIndex = stack.indexOf(value);
			if (circularIndex !== -1) return typeof circularValue === "function" ? circularValue(circularIndex) : circularValue;
			let res = "";
			let join = ",";
			const originalIndentation = indentation;
			if (Array.isArray(value)) {
				if (value.length === 0) return "[]";
				if (maximumDepth < stack.length + 1) return "\"[Array]\"";
				stack.push(value);
				if (spacer !== "") {
					indentation += spacer;
					res += `\n${indentation}`;
					join = `,\n${indentation}`;
				}
				const maximumValuesToStringify = Math.min(value.length, maximumBreadth);
				let i = 0;
				for (; i < maximumValuesToStringify - 1; i++) {
					const tmp = stringifyFnReplacer(String(i), value, stack, replacer, spacer, indentation);
					res += tmp !== void 0 ? tmp : "null";
					res += join;
				}
				const tmp = stringifyFnReplacer(String(i), value, stack, replacer, spacer, indentation);
				res += tmp !== void 0 ? tmp : "null";
				if (value.length > maximumBreadth) {
					const removedKeys = value.length - maximumBreadth;
					res += `${join}"... ${getItemCount(removedKeys)} not stringified"`;
				}
				if (spacer !== "") res += `\n${originalIndentation}`;
				stack.pop();
				return `[${res}]`;
			}
			let keys = Object.keys(value);
			const keyLength = keys.length;
			if (keyLength === 0) return "{}";
			if (maximumDepth < stack.length + 1) return "\"[Object]\"";
			let whitespace = "";
			let separator = "";
			if (spacer !== "") {
				indentation += spacer;
				join = `,\n${indentation}`;
				whitespace = " ";
			}
			const maximumPropertiesToStringify = Math.min(keyLength, maximumBreadth);
			if (deterministic && getTypedArrayType(value) === void 0) keys = sort(keys, comparator);
			stack.push(value);
			for (let i = 0; i < maximumPropertiesToStringify; i++) {
				const key = keys[i];
				const tmp = stringifyFnReplacer(key, value, stack, replacer, spacer, indentation);
				if (tmp !== void 0) {
					res += `${separator}${strEscape(key)}:${whitespace}${tmp}`;
					separator = join;
				}
			}
			if (keyLength > maximumBreadth) {
				const removedKeys = keyLength - maximumBreadth;
				res += `${separator}"...":${whitespace}"${getItemCount(removedKeys)} not stringified"`;
				separator = join;
			}
			if (spacer !== "" && separator.length > 1) res = `\n${indentation}${res}\n${originalIndentation}`;
			stack.pop();
			return `{${res}}`;
		}
		return stringifyFnPrimitive(value);
	};
	/**
	* @param {string | number} key
	* @param {object | null} value
	* @param {object[]} stack
	* @param {Set<string>} replacer
	* @param {string} spacer
	* @param {string} indentation
	*/
	let stringifyArrayReplacer = function(key, value, stack, replacer, spacer, indentation) {
		if (value === null) return "null";
		if (typeof value.toJSON === "function") {
			if (typeof key === "number") key = String(key);
			const jsonValue = safe ? callSafe(
				/** @type {ToJSON} */
				value.toJSON,
				value,
				key
			) : /** @type {ToJSON} */ value.toJSON(key);
			if (typeof jsonValue !== "object") return stringifyPrimitive(jsonValue);
			if (jsonValue === null) return "null";
			value = jsonValue;
		}
		const circularIndex = stack.indexOf(value);
		if (circularIndex !== -1) return typeof circularValue === "function" ? circularValue(circularIndex) : circularValue;
		const originalIndentation = indentation;
		let res = "";
		let join = ",";
		if (Array.isArray(value)) {
			if (value.length === 0) return "[]";
			if (maximumDepth < stack.length + 1) return "\"[Array]\"";
			stack.push(value);
			if (spacer !== "") {
				indentation += spacer;
				res += `\n${indentation}`;
				join = `,\n${indentation}`;
			}
			const maximumValuesToStringify = Math.min(value.length, maximumBreadth);
			let i = 0;
			for (; i < maximumValuesToStringify - 1; i++) {
				const item = value[i];
				const tmp = typeof item === "object" ? stringifyArrayReplacer(i, item, stack, replacer, spacer, indentation) : stringifyPrimitive(item);
				res += tmp !== void 0 ? tmp : "null";
				res += join;
			}
			const item = value[i];
			const tmp = typeof item === "object" ? stringifyArrayReplacer(i, item, stack, replacer, spacer, indentation) : stringifyPrimitive(item);
			res += tmp !== void 0 ? tmp : "null";
			if (value.length > maximumBreadth) {
				const removedKeys = value.length - maximumBreadth;
				res += `${join}"... ${getItemCount(removedKeys)} not stringified"`;
			}
			if (spacer !== "") res += `\n${originalIndentation}`;
			stack.pop();
			return `[${res}]`;
		}
		if (maximumDepth < stack.length + 1) return "\"[Object]\"";
		stack.push(value);
		let whitespace = "";
		if (spacer !== "") {
			indentation += spacer;
			join = `,\n${indentation}`;
			whitespace = " ";
		}
		let separator = "";
		for (const key of replacer) {
			const item = value[key];
			const tmp = typeof item === "object" ? stringifyArrayReplacer(key, item, stack, replacer, spacer, indentation) : stringifyPrimitive(item);
			if (tmp !== void 0) {
				res += `${separator}${strEscape(key)}:${whitespace}${tmp}`;
				separator = join;
			}
		}
		if (spacer !== "" && separator.length > 1) res = `\n${indentation}${res}\n${originalIndentation}`;
		stack.pop();
		return `{${res}}`;
	};
	/**
	* @param {string | number} key
	* @param {object | null} value
	* @param {object[]} stack
	* @param {string} spacer
	* @param {string} indentation
	*/
	let stringifyIndent = function(key, value, stack, spacer, indentation) {
		if (value === null) return "null";
		if (typeof value.toJSON === "function") {
			if (typeof key === "number") key = String(key);
			const jsonValue = safe ? callSafe(
				/** @type {ToJSON} */
				value.toJSON,
				value,
				key
			) : /** @type {ToJSON} */ value.toJSON(key);
			if (typeof jsonValue !== "object") return stringifyPrimitive(jsonValue);
			if (jsonValue === null) return "null";
			value = jsonValue;
		}
		const circularIndex = stack.indexOf(value);
		if (circularIndex !== -1) return typeof circularValue === "function" ? circularValue(circularIndex) : circularValue;
		const originalIndentation = indentation;
		if (Array.isArray(value)) {
			if (value.length === 0) return "[]";
			if (maximumDepth < stack.length + 1) return "\"[Array]\"";
			stack.push(value);
			indentation += spacer;
			let res = `\n${indentation}`;
			const join = `,\n${indentation}`;
			const maximumValuesToStringify = Math.min(value.length, maximumBreadth);
			let i = 0;
			for (; i < maximumValuesToStringify - 1; i++) {
				const item = value[i];
				const tmp = typeof item === "object" ? stringifyIndent(i, item, stack, spacer, indentation) : stringifyPrimitive(item);
				res += tmp !== void 0 ? tmp : "null";
				res += join;
			}
			const item = value[i];
			const tmp = typeof item === "object" ? stringifyIndent(i, item, stack, spacer, indentation) : stringifyPrimitive(item);
			res += tmp !== void 0 ? tmp : "null";
			if (value.length > maximumBreadth) {
				const removedKeys = value.length - maximumBreadth;
				res += `${join}"... ${getItemCount(removedKeys)} not stringified"`;
			}
			res += `\n${originalIndentation}`;
			stack.pop();
			return `[${res}]`;
		}
		let keys = Object.keys(value);
		const keyLength = keys.length;
		if (keyLength === 0) return "{}";
		if (maximumDepth < stack.length + 1) return "\"[Object]\"";
		indentation += spacer;
		const join = `,\n${indentation}`;
		let res = "";
		let separator = "";
		let maximumPropertiesToStringify = Math.min(keyLength, maximumBreadth);
		const typedArrayType = getTypedArrayType(value);
		if (typedArrayType !== void 0) {
			res += stringifyTypedArray(value, join, maximumBreadth, bigint, fail, typedArrayType);
			keys = keys.slice(
				/** @type {{length: number}} */
				value.length
			);
			maximumPropertiesToStringify -= value.length;
			separator = join;
		}
		if (deterministic) keys = sort(keys, comparator);
		stack.push(value);
		for (let i = 0; i < maximumPropertiesToStringify; i++) {
			const key = keys[i];
			const item = value[key];
			const tmp = typeof item === "object" ? stringifyIndent(key, item, stack, spacer, indentation) : stringifyPrimitive(item);
			if (tmp !== void 0) {
				res += `${separator}${strEscape(key)}: ${tmp}`;
				separator = join;
			}
		}
		if (keyLength > maximumBreadth) {
			const removedKeys = keyLength - maximumBreadth;
			res += `${separator}"...": "${getItemCount(removedKeys)} not stringified"`;
			separator = join;
		}
		if (separator !== "") res = `\n${indentation}${res}\n${originalIndentation}`;
		stack.pop();
		return `{${res}}`;
	};
	let stringifyPrimitive = function(value) {
		switch (typeof value) {
			case "string": return strEscape(value);
			case "number": return isFinite(value) ? String(value) : fail ? fail(value) : "null";
			case "boolean": return value === true ? "true" : "false";
			case "undefined": return;
			case "bigint": if (bigint) return bigint === "string" ? `"${value}"` : String(value);
			default: return fail ? fail(value) : void 0;
		}
	};
	let stringifyObject = function(key, value, stack) {
		if (value === null) return "null";
		if (typeof value.toJSON === "function") {
			if (typeof key === "number") key = String(key);
			const jsonValue = safe ? callSafe(
				/** @type {ToJSON} */
				value.toJSON,
				value,
				key
			) : /** @type {ToJSON} */ value.toJSON(key);
			if (typeof jsonValue !== "object") return stringifyPrimitive(jsonValue);
			if (jsonValue === null) return "null";
			value = jsonValue;
		}
		const circularIndex = stack.indexOf(value);
		if (circularIndex !== -1) return typeof circularValue === "function" ? circularValue(circularIndex) : circularValue;
		let res = "";
		const hasLength = value.length !== void 0;
		if (hasLength && Array.isArray(value)) {
			if (value.length === 0) return "[]";
			if (maximumDepth < stack.length + 1) return "\"[Array]\"";
			stack.push(value);
			const maximumValuesToStringify = Math.min(value.length, maximumBreadth);
			let i = 0;
			for (; i < maximumValuesToStringify - 1; i++) {
				const item = value[i];
				const tmp = typeof item === "object" ? stringifyObject(i, item, stack) : stringifyPrimitive(item);
				res += tmp !== void 0 ? tmp : "null";
				res += ",";
			}
			const item = value[i];
			const tmp = typeof item === "object" ? stringifyObject(i, item, stack) : stringifyPrimitive(item);
			res += tmp !== void 0 ? tmp : "null";
			if (value.length > maximumBreadth) {
				const removedKeys = value.length - maximumBreadth;
				res += `,"... ${getItemCount(removedKeys)} not stringified"`;
			}
			stack.pop();
			return `[${res}]`;
		}
		let keys = Object.keys(value);
		const keyLength = keys.length;
		if (keyLength === 0) return "{}";
		if (maximumDepth < stack.length + 1) return "\"[Object]\"";
		let separator = "";
		let maximumPropertiesToStringify = Math.min(keyLength, maximumBreadth);
		const typedArrayType = hasLength ? getTypedArrayType(value) : void 0;
		if (typedArrayType !== void 0) {
			res += stringifyTypedArray(value, ",", maximumBreadth, bigint, fail, typedArrayType);
			keys = keys.slice(
				/** @type {{length: number}} */
				value.length
			);
			maximumPropertiesToStringify -= value.length;
			separator = ",";
		}
		if (deterministic) keys = sort(keys, comparator);
		stack.push(value);
		for (let i = 0; i < maximumPropertiesToStringify; i++) {
			const key = keys[i];
			const item = value[key];
			const tmp = typeof item === "object" ? stringifyObject(key, item, stack) : stringifyPrimitive(item);
			if (tmp !== void 0) {
				res += `${separator}${strEscape(key)}:${tmp}`;
				separator = ",";
			}
		}
		if (keyLength > maximumBreadth) {
			const removedKeys = keyLength - maximumBreadth;
			res += `${separator}"...":"${getItemCount(removedKeys)} not stringified"`;
		}
		stack.pop();
		return `{${res}}`;
	};
	const stringifyFnPrimitive = stringifyPrimitive;
	if (safe) {
		stringifyFnReplacer = makeSafe(stringifyFnReplacer);
		stringifyArrayReplacer = makeSafe(stringifyArrayReplacer);
		stringifyIndent = makeSafe(stringifyIndent);
		stringifyObject = makeSafe(stringifyObject);
		stringifyPrimitive = makeSafe(stringifyPrimitive);
	}
	function stringify(value, replacer, space) {
		if (arguments.length > 1) {
			let spacer = "";
			if (typeof space === "number") spacer = " ".repeat(Math.max(0, Math.min(space, 10)));
			else if (typeof space === "string") spacer = space.slice(0, 10);
			if (replacer != null) {
				if (typeof replacer === "function") {
					if (safe) replacer = makeSafe(replacer, replacer.name);
					return stringifyFnReplacer("", { "": value }, [], replacer, spacer, "");
				}
				if (Array.isArray(replacer)) return typeof value === "object" ? stringifyArrayReplacer("", value, [], getUniqueReplacerSet(replacer), spacer, "") : stringifyPrimitive(value);
			}
			if (spacer.length !== 0) return typeof value === "object" ? stringifyIndent("", value, [], spacer, "") : stringifyPrimitive(value);
		}
		return typeof value === "object" ? stringifyObject("", value, []) : stringifyPrimitive(value);
	}
	return stringify;
}
const sharedGlobal$1 = globalThis;
const exportSymbol = Symbol.for("safe-stable-stringify@3.0.0");
if (sharedGlobal$1[exportSymbol] === void 0) {
	const stringify = configure$1();
	stringify.configure = configure$1;
	stringify.stringify = stringify;
	stringify.default = stringify;
	Object.defineProperty(sharedGlobal$1, exportSymbol, {
		configurable: true,
		enumerable: false,
		value: stringify,
		writable: true
	});
}

// node_modules/safe-stable-stringify/esm/wrapper.mjs
const sharedGlobal = globalThis;
const stringify$1 = sharedGlobal[Symbol.for("safe-stable-stringify@3.0.0")];
const configure = stringify$1.configure;

// action/lineage/canonical-json.ts
const stringify = configure({
	deterministic: true,
	strict: true
});
/** JSON with sorted keys, two-space indents and a final line break: the same value gives the same bytes. */
const canonicalJson = (value) => `${stringify(value, null, 2)}\n`;

// contract/to-json.ts
/** A value as JSON can hold it: what JSON has no form for (a function, a cycle's parent) is dropped by its rules. */
const toJson = (value) => JSON.parse(JSON.stringify(value ?? null));

// delivery/zenpulse/without-query.ts
/** Where a URL leads, as far as it may be shown: no query, fragment, user or password. Not even that, if it is none. */
function withoutQuery(url) {
	const { origin, pathname } = URL.parse(url) ?? {
		origin: "(not a URL)",
		pathname: ""
	};
	return origin + pathname;
}

// contract/lineage-types.ts
/** The in-toto names of a lineage; apart, for who writes one does not need the schema that checks one. */
const statementType = "https://in-toto.io/Statement/v1";
const lineagePredicateType = "https://zenpulse.dev/lineage/v1";

// action/lineage/run-files.ts
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
/** The in-toto statement that binds `predicate` to the other files of the artifact, byte for byte. */
function lineageFile(files, predicate) {
	const statement = {
		_type: statementType,
		subject: files.map(({ name, content }) => ({
			name,
			digest: { sha256: sha256(content) }
		})),
		predicateType: lineagePredicateType,
		predicate
	};
	return {
		name: "lineage.json",
		content: canonicalJson(statement)
	};
}

// action/lineage/lineage-predicate.ts
/** The request as it may be kept: without its token, and without the query of its callback, which may hold one too. */
const kept = ({ webhook_token: _secret, callback_url: url, ...request }) => url === void 0 ? request : {
	...request,
	callback_url: withoutQuery(url)
};
/** What exactly produced a report: the request without its secrets, the rules, the inputs, the writer. */
function lineagePredicate(request, surveyed, run) {
	return {
		contract_version: "1",
		request: toJson(kept(request)),
		repository_file: surveyed.flatMap(({ source, rules }) => rules.map((each) => ({
			repository: source.key,
			source: each.source,
			sha256: sha256(each.text)
		}))),
		inputs: surveyed.map(({ source, reading: { repository, timeframe } }) => ({
			repository: source.key,
			source: source.kind,
			base: repository.window.base?.commit ?? null,
			head: repository.window.head?.commit ?? null,
			...timeframe
		})),
		...run
	};
}

// contract/reading/folded-text.ts
/**
* Text in the one form in which names, labels and titles are compared: what a reader sees of it, with compatible
* characters (full width, ligatures, composed accents) as one, in lower case. Not for showing.
*/
const foldedText = (text) => seenText(seenText(text).normalize("NFKC")).toLowerCase();

// contract/reading/trailing-number.ts
/** GitHub counts from 1; no more digits than a pull request reference of the contract takes. */
const form$1 = /\(#([1-9]\d{0,9})\)$/;
/**
* Splits `title (#12)` into the title and the pull request's number; null where the title ends in none.
* White space is cut apart from the match: `\s*` before it would take quadratic time on a hostile title.
*/
function splitTrailingNumber(title) {
	const trimmed = title.trimEnd();
	const found = form$1.exec(trimmed);
	return found ? {
		title: trimmed.slice(0, found.index).trimEnd(),
		number: Number(found[1])
	} : {
		title: trimmed,
		number: null
	};
}
/** Whether two titles are the same as readers see them, but for a trailing number. */
const isSameTitle = (one, other) => comparedTitle(one) === comparedTitle(other);
const comparedTitle = (title) => foldedText(splitTrailingNumber(title).title);

// action/window/cancel-reverts.ts
const withoutNumber = (title) => splitTrailingNumber(seenText(title)).title;
/** Digits that a shortened SHA has at least, as git writes it. */
const shortest = 7;
/** Finds changes by a commit, its SHA in full or shortened; a start that two commits share names neither. */
function commitIndex() {
	const byStart = /* @__PURE__ */ new Map();
	return {
		add(sha, change) {
			const start = sha.slice(0, shortest);
			byStart.set(start, [...byStart.get(start) ?? [], {
				sha,
				change
			}]);
		},
		/** Several where one merge brought several. */
		find(named) {
			const found = (byStart.get(named.slice(0, shortest)) ?? []).filter(({ sha }) => sha.startsWith(named) || named.startsWith(sha));
			return new Set(found.map(({ sha }) => sha)).size === 1 ? found : [];
		}
	};
}
/** The changes before each revert, by all that may name one. */
function createIndex() {
	const wholes = commitIndex();
	const parts = commitIndex();
	const byNumber = /* @__PURE__ */ new Map();
	const byTitle = /* @__PURE__ */ new Map();
	/** Changes all of whose commits are named: of a rebase each commit is a part, and taking back one leaves the others. */
	function byCommits(commits) {
		const named = /* @__PURE__ */ new Map();
		for (const commit of commits) for (const { change, sha } of parts.find(commit)) named.set(change, (named.get(change) ?? /* @__PURE__ */ new Set()).add(sha));
		const complete = [...named].filter(([{ rebased }, shas]) => shas.size === rebased.length);
		const whole = commits.flatMap((commit) => wholes.find(commit).map(({ change }) => change));
		return [.../* @__PURE__ */ new Set([...whole, ...complete.map(([change]) => change)])];
	}
	/**
	* The number in the quoted title proves less than a commit: another change may have had the title. Beside a commit
	* that is not here it counts only with the same title, as for a revert that was picked to another branch.
	*/
	function byQuote({ commits, quoted }) {
		if (!quoted) return void 0;
		if (quoted.number === null) return commits.length === 0 ? byTitle.get(withoutNumber(quoted.title)) : void 0;
		const found = byNumber.get(quoted.number);
		return found && (commits.length === 0 || isSameTitle(found.title, quoted.title)) ? found : void 0;
	}
	/** Another name may be an earlier one of this repository: number and title together are proof enough. */
	function byElsewhere({ elsewhere, quoted }) {
		const found = byNumber.get(Number(elsewhere?.split("#")[1]));
		return found && quoted && isSameTitle(found.title, quoted.title) ? found : void 0;
	}
	return {
		add(change) {
			if (change.rebased.length > 1) for (const sha of change.rebased) parts.add(sha, change);
			else for (const sha of [change.commit, ...change.aliases]) if (sha !== null) wholes.add(sha, change);
			if (change.number !== null) byNumber.set(change.number, change);
			byTitle.set(withoutNumber(change.title), change);
		},
		find(hint) {
			const named = byCommits(hint.commits);
			if (named.length > 0) return named;
			if (hint.numbers.length > 0) return hint.numbers.flatMap((number) => byNumber.get(number) ?? []);
			const found = hint.elsewhere === null ? byQuote(hint) : byElsewhere(hint);
			return found ? [found] : [];
		}
	};
}
/** What a revert takes back that is not in the window, by the best name there is; null when it names nothing. */
function nameOfEarlier(repository, { commits, numbers, quoted, elsewhere }) {
	if (elsewhere !== null) return elsewhere;
	const named = numbers[0] ?? quoted?.number ?? null;
	return named === null ? commits[0] ?? null : `${repository}#${named}`;
}
/** Whether some of what a revert names is not among the changes found. */
const namesMore = ({ commits, numbers }, found) => numbers.length > found.length || commits.length > found.reduce((sum, { rebased }) => sum + Math.max(1, rebased.length), 0);
/** What each revert takes back: in the window by commit first, then number, then title; else earlier, by name. */
function findTargets(repository, changes) {
	const index = createIndex();
	const targets = /* @__PURE__ */ new Map();
	for (const change of changes) {
		const hint = change.reverts;
		if (hint) {
			const found = index.find(hint);
			const earlier = found.length === 0 || namesMore(hint, found) ? nameOfEarlier(repository, hint) : null;
			const all = [...found.map((target) => ({ change: target })), ...earlier === null ? [] : [{ earlier }]];
			if (all.length > 0) targets.set(change, all);
		}
		index.add(change);
	}
	return targets;
}
/** How one change is named in a reason: its pull request's key, or its commit. */
const nameOf = (repository, change) => change.number === null ? change.commit ?? "an unnamed commit" : `${repository}#${change.number}`;
/**
* A revert and what it reverts cancel when both are in the window; the revert of a revert brings the change
* back; a revert of something earlier stays, and so does one that does more than to revert.
* @param changes oldest first
* @returns reasons for those that cancel, and for every revert what it takes back
*/
function cancelReverts(repository, changes) {
	const targets = findTargets(repository, changes);
	const cancelled = /* @__PURE__ */ new Map();
	for (const change of [...changes].reverse()) {
		const all = targets.get(change) ?? [];
		if (cancelled.has(change)) continue;
		const live = all.flatMap((target) => "change" in target ? target.change : []).filter((target) => cancelled.get(target)?.code !== "reverts");
		for (const target of live) if (!cancelled.has(target)) cancelled.set(target, {
			code: "reverted",
			detail: `reverted by ${nameOf(repository, change)}`
		});
		const doesMore = live.length < all.length || !change.reverts?.isAll;
		if (live.length === 0 || doesMore) continue;
		const names = live.map((target) => nameOf(repository, target)).join(", ");
		cancelled.set(change, {
			code: "reverts",
			detail: `reverts ${names}`
		});
	}
	return {
		cancelled,
		targets
	};
}

// contract/reading/conventional-title.ts
const kindOfType = /* @__PURE__ */ new Map([
	["feat", "feature"],
	["feature", "feature"],
	["fix", "fix"],
	["bugfix", "fix"],
	["hotfix", "fix"],
	["security", "fix"],
	["perf", "performance"],
	["docs", "docs"],
	["doc", "docs"],
	["revert", "reverted"],
	["build", "maintenance"],
	["chore", "maintenance"],
	["ci", "maintenance"],
	["deps", "maintenance"],
	["refactor", "maintenance"],
	["style", "maintenance"],
	["test", "maintenance"],
	["tests", "maintenance"]
]);
const form = /^(?<type>[a-z]+)(?:\((?<scope>[^()]*)\))?(?<breaking>!)?:\s*(?<subject>\S.*)$/i;
/** Null for a title that is not conventional; a word before a colon counts only when it is a known type. */
function conventionalTitle(title) {
	const { type = "", scope, breaking, subject = "" } = form.exec(seenText(title))?.groups ?? {};
	const kind = kindOfType.get(type.toLowerCase());
	if (!kind) return null;
	return {
		kind: breaking ? "breaking" : kind,
		scope: scope?.trim() || null,
		subject
	};
}

// contract/reading/revert-title.ts
const quoted = /^(?<verb>revert|reapply)\s+["“](?<inner>.*)["”](?:\s*\(#(?<outer>[1-9]\d{0,9})\))?\s*$/i;
const conventional = /^revert(?:\([^()]*\))?!?:\s*(?<inner>\S.*)$/i;
const mergeSubject = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
const toNumber = (digits) => digits === void 0 ? null : Number(digits);
function takenBack(inner) {
	const { title, number } = splitTrailingNumber(inner);
	const merged = toNumber(mergeSubject.exec(inner)?.[1]);
	return {
		action: "revert",
		subject: title.trim(),
		number: merged ?? number
	};
}
/**
* Reads `Revert "title (#12)"`, `Reapply "title (#12)" (#34)`, `Revert "Revert "title""` and `revert: title`.
* A quoted revert is itself what the outer one takes back: only the outer pair of quotes is opened. A reapply
* takes back a revert, so the number inside its quotes is not what it means, the one behind them is.
*/
const revertTitle = (title) => readRevert(seenText(title));
function readRevert(seen) {
	const { verb, inner, outer } = quoted.exec(seen)?.groups ?? {};
	if (verb && inner !== void 0) {
		if (verb.toLowerCase() === "revert") return takenBack(inner);
		return {
			action: "reapply",
			subject: splitTrailingNumber(inner).title.trim(),
			number: toNumber(outer)
		};
	}
	const plain = conventional.exec(seen)?.groups?.["inner"];
	return plain === void 0 ? null : takenBack(plain);
}
/** The innermost title and whether the chain of reverts around it leaves it taken back or brought back. */
function unwrapReverts(title) {
	let subject = seenText(title);
	let isTakenBack = false;
	let depth = 0;
	for (let found = readRevert(subject); found; found = readRevert(subject)) {
		depth += 1;
		isTakenBack = found.action === "revert" ? !isTakenBack : isTakenBack;
		subject = found.subject;
	}
	if (depth === 0) return {
		subject: title,
		state: "plain"
	};
	return {
		subject,
		state: isTakenBack ? "reverted" : "brought back"
	};
}

// action/window/change-kind.ts
const kindOfLabel = [
	[/\b(?:breaking|semver[-:/ ]?major)\b/i, "breaking"],
	[/\b(?:enhancement|feature)s?\b/i, "feature"],
	[/\b(?:bug(?:fix)?|fix|regression|security)\b/i, "fix"],
	[/\b(?:performance|perf)\b/i, "performance"],
	[/\b(?:documentation|docs)\b/i, "docs"],
	[/\b(?:dependenc(?:y|ies)|deps|chore|ci|build|refactor(?:ing)?|maintenance|tests?|internal)\b/i, "maintenance"]
];
const kindOfFirstWord = [
	[/^(?:add|allow|enable|implement|introduce|support)(?:s|ed)?\b/i, "feature"],
	[/^(?:fix|correct|resolve|prevent|repair|handle|avoid)(?:es|s|ed)?\b/i, "fix"],
	[/^(?:speed up|optimi[sz]e|cache)\b/i, "performance"],
	[/^(?:document|clarify|docs)\b/i, "docs"],
	[/^(?:bump|upgrade|update (?:dependency|module|all|the )?.*\bto v?\d|pin|refactor|clean|lint|format|release)\b/i, "maintenance"]
];
const docsPath = /^docs?\/|\.(?:md|mdx|rst|adoc)$|(?:^|\/)(?:LICENSE|CODEOWNERS)[^/]*$/;
const maintenancePath = /^\.(?:github|circleci)\/|(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec)\.[^/]+$|\.lock$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|\.gitignore|\.editorconfig)$/;
const first = (rules, text) => rules.find(([pattern]) => pattern.test(text))?.[1];
const kindOf = (label) => first(kindOfLabel, foldedText(label));
function kindOfPaths(paths) {
	if (paths.length === 0) return void 0;
	if (paths.every((path) => docsPath.test(path))) return "docs";
	return paths.every((path) => maintenancePath.test(path) || docsPath.test(path)) ? "maintenance" : void 0;
}
/** True when neither the title nor the labels settle the kind, so that changed paths are worth reading. */
const kindNeedsPaths = ({ title, labels }) => !conventionalTitle(title) && !revertTitle(title) && !labels.some(kindOf);
/** The kind of a change: breaking marks first, then the conventional title, labels, paths, the first word. */
function changeKind({ title, labels, paths, isBreaking, isRevert }) {
	const { subject, state } = unwrapReverts(seenText(title));
	if (state === "reverted" || state === "plain" && isRevert) return "reverted";
	const conventional = conventionalTitle(subject);
	const labelled = labels.map(kindOf).filter((kind) => kind !== void 0);
	if (isBreaking || conventional?.kind === "breaking" || labelled.includes("breaking")) return "breaking";
	return conventional?.kind ?? labelled[0] ?? kindOfPaths(paths) ?? first(kindOfFirstWord, subject) ?? "other";
}

// action/window/build-manifest.ts
const byText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
function entriesOf({ reading, rule, paths }) {
	const { key } = reading.repository;
	const { cancelled, targets } = cancelReverts(key, reading.changes);
	const pulls = [];
	const pushes = [];
	for (const change of reading.changes) {
		const reason = rule(change, paths.get(change)) ?? cancelled.get(change) ?? null;
		const decision = reason === null ? "included" : "excluded";
		const author = change.author.login ?? change.author.name;
		if (change.number === null) {
			if (change.commit === null) continue;
			const { commit, title, at, url } = change;
			pushes.push({
				repository: key,
				commit,
				title,
				author,
				committed_at: at,
				url,
				decision,
				reason
			});
			continue;
		}
		const [target] = targets.get(change) ?? [];
		pulls.push({
			key: `${key}#${change.number}`,
			number: change.number,
			title: change.title,
			author,
			merged_at: change.at,
			merge_commit: change.commit,
			url: change.url,
			labels: change.labels === null ? null : [...change.labels].sort(byText),
			kind: changeKind({
				title: change.title,
				labels: change.labels ?? [],
				paths: paths.get(change) ?? [],
				isBreaking: change.isBreaking,
				isRevert: target !== void 0 && change.reverts?.isAll === true
			}),
			reverts: target ? revertedName(key, target) : null,
			decision,
			reason
		});
	}
	pulls.sort((left, right) => byText(left.merged_at, right.merged_at) || left.number - right.number);
	pushes.sort((left, right) => byText(left.committed_at, right.committed_at) || byText(left.commit, right.commit));
	return {
		pull_requests: pulls,
		direct_pushes: pushes
	};
}
const revertedName = (key, target) => "earlier" in target ? target.earlier : target.change.number === null ? target.change.commit : `${key}#${target.change.number}`;
/**
* Every merged pull request and direct push of the readings, each decided. Same readings, same manifest: nothing
* in it depends on a clock, an id or the order repositories answered in.
*/
function buildManifest(analysisType, repositories) {
	const sorted = [...repositories].sort((left, right) => byText(left.reading.repository.key, right.reading.repository.key));
	const entries = sorted.map(entriesOf);
	return {
		contract_version: "1",
		analysis_type: analysisType,
		repositories: sorted.map(({ reading }) => ({
			...reading.repository,
			complete: reading.complete
		})),
		pull_requests: entries.flatMap((each) => each.pull_requests),
		direct_pushes: entries.flatMap((each) => each.direct_pushes),
		open_pull_requests: sorted.flatMap(({ reading, openPulls }) => openPulls.map(({ number, title, author, url }) => ({
			key: `${reading.repository.key}#${number}`,
			number,
			title,
			author,
			url
		}))),
		complete: sorted.every(({ reading }) => reading.complete),
		notices: sorted.flatMap(({ reading, notices }) => [...reading.notices, ...notices])
	};
}

// action/window/rules-need-paths.ts
/** True when a decision needs the changed paths of every change. */
const rulesNeedPaths = ({ excludes, includes }) => excludes.paths.length > 0 || includes.paths.length > 0;

// action/preflight/rule-notices.ts
/** Names in one notice; the rest are counted. */
const shownNames = 20;
const listed = (names) => names.length > shownNames ? `${names.slice(0, shownNames).join(", ")} and ${names.length - shownNames} more` : names.join(", ");
const forOperators = (code, text) => ({
	code,
	text,
	audience: "operators"
});
function ignoredElsewhere({ source, query }, subjects) {
	const seen = new Set(subjects.map(({ number }) => number));
	const absent = [...new Set(query.ignoredPulls)].filter((number) => !seen.has(number));
	if (absent.length === 0) return [];
	const names = listed(absent.map((number) => `#${number}`));
	return [forOperators("ignored_pull_not_found", `${source.key}: ignored_prs names ${names}, not in this window.`)];
}
function labelsUnknown({ source, reading, ownFile: { excludes, report } }) {
	if (reading.repository.labels_known) return [];
	const fields = [...excludes.labels.some((label) => !noRules.excludes.labels.includes(label)) ? ["excludes.labels"] : [], ...report.sections.length > 0 ? ["report.sections"] : []];
	if (fields.length === 0) return [];
	const verb = fields.length === 1 ? "was" : "were";
	const text = `${source.key}: git knows no labels, so ${fields.join(" and ")} ${verb} not applied.`;
	return [forOperators("labels_unknown", text)];
}
async function withoutMatch({ source, reading, ownFile }, subjects, paths) {
	if (ownFile === noRules || subjects.length === 0) return [];
	const { unmatchedRules } = await import("./unmatched-rules.js");
	const labelsKnown = reading.repository.labels_known;
	const rules = unmatchedRules(ownFile, {
		subjects,
		paths,
		labelsKnown
	});
	if (rules.length === 0) return [];
	return [forOperators("rules_unmatched", `${source.key}: nothing in this window matched ${listed(rules)}.`)];
}
/**
* What whoever keeps the rules should know of how they did in a run. An organisation's rules are for many repositories,
* so of those nothing is said.
* @param subjects what was looked at, open pull requests too
* @param paths their changed paths, as far as they were read
*/
const ruleNotices = async (surveyed, subjects, paths) => [
	...ignoredElsewhere(surveyed, subjects),
	...labelsUnknown(surveyed),
	...await withoutMatch(surveyed, subjects, paths)
];

// action/preflight/decide.ts
/** Changes whose paths are worth reading: all where a rule asks, else those whose kind nothing else tells. */
function changesToOpen({ source, reading, file }) {
	if (rulesNeedPaths(file)) return reading.changes;
	if (!source.hasCheapPaths) return [];
	return reading.changes.filter(({ number, title, labels }) => number !== null && kindNeedsPaths({
		title,
		labels: labels ?? []
	}));
}
/** Open pull requests that the rules mark for the next release; what could not be read of them is told. */
async function readOpen({ source, reading, file }, type) {
	const { labels, milestones } = file.report.upcoming;
	if (!(type === "upcoming" && labels.length + milestones.length > 0)) return {
		pulls: [],
		complete: true,
		notices: []
	};
	const gaps = [];
	const onGap = (gap) => void gaps.push({
		code: "source_incomplete",
		text: `${source.key}: ${gap}.`
	});
	const pulls = await source.openPulls(reading.repository.base_branch, {
		labels,
		milestones
	}, onGap);
	if (pulls !== null) return {
		pulls,
		complete: gaps.length === 0,
		notices: gaps
	};
	return {
		pulls: [],
		complete: true,
		notices: [{
			code: "open_pulls_unknown",
			text: `${source.key}: open pull requests are not in git, so report.upcoming was not applied.`
		}]
	};
}
async function ruleOf({ reading, file, query }, open) {
	if (reading.changes.length + open.pulls.length === 0) return () => null;
	return (await import("./exclusion-rules2.js")).exclusionRules(file, query.ignoredPulls);
}
/** Open pull requests as rules look at them. */
const asSubject = ({ author, ...pull }) => ({
	...pull,
	author: {
		login: author,
		name: null
	}
});
async function decide(surveyed, type) {
	const { source, reading } = surveyed;
	const opened = changesToOpen(surveyed);
	const paths = await source.changedPaths(opened);
	const open = await readOpen(surveyed, type);
	const rule = await ruleOf(surveyed, open);
	const unmerged = open.pulls.map(({ number }) => ({
		number,
		commit: null,
		rebased: []
	}));
	const openPaths = rulesNeedPaths(surveyed.file) ? await source.changedPaths(unmerged) : [];
	const lookedAt = [...reading.changes, ...open.pulls.map(asSubject)];
	const onRules = await ruleNotices(surveyed, lookedAt, [...paths, ...openPaths].flat());
	return {
		reading: {
			...reading,
			complete: reading.complete && open.complete
		},
		openPulls: open.pulls.filter((pull, at) => rule(asSubject(pull), openPaths[at]) === null),
		notices: [...open.notices, ...onRules],
		rule,
		paths: new Map(opened.map((change, at) => [change, paths[at] ?? []]))
	};
}
/** False where no rule but one over paths could leave out what no window counted; a clone knows no labels. */
function canLeaveOut({ source, file, query }) {
	const { authors, labels, titles } = file.excludes;
	return [
		query.ignoredPulls,
		authors,
		titles,
		...source.kind === "git" ? [] : [labels]
	].some((list) => list.length > 0);
}
/** The manifest over all repositories, and each with the rules that decided over it. */
async function decideAll(request, surveyed) {
	const decided = await Promise.all(surveyed.map(async (each) => ({
		each,
		...await decide(each, request.analysis_type)
	})));
	return {
		manifest: buildManifest(request.analysis_type, decided),
		repositories: decided.map(({ each, rule }) => ({
			source: each.source,
			rule,
			canLeaveOut: canLeaveOut(each)
		}))
	};
}

// action/preflight/timeframe-of.ts
/** From the earliest start to the latest end; null where one is open. Refs only for a single repository. */
function timeframeOf(surveyed) {
	const timeframes = surveyed.map(({ reading }) => reading.timeframe);
	const known = (bounds) => bounds.filter((bound) => bound !== null).sort();
	const starts = timeframes.map(({ start }) => start);
	const window = surveyed.length === 1 ? surveyed[0]?.reading.repository.window : void 0;
	return {
		start: starts.includes(null) ? null : known(starts)[0] ?? null,
		end: known(timeframes.map(({ end }) => end)).at(-1) ?? null,
		base: window?.base?.ref ?? null,
		head: window?.head?.ref ?? null
	};
}

// action/window/redact-excluded.ts
/**
* The manifest as a public place may show it: of what is excluded only number and reason remain, for a maintainer
* may have excluded it because of its title.
*/
const redactExcluded = (manifest) => ({
	...manifest,
	pull_requests: manifest.pull_requests.map((entry) => entry.decision === "included" ? entry : {
		...entry,
		title: null,
		author: null,
		labels: null
	}),
	direct_pushes: manifest.direct_pushes.map((entry) => entry.decision === "included" ? entry : {
		...entry,
		title: null,
		author: null
	})
});

export { unwrapReverts as a, splitTrailingNumber as c, lineageFile as d, sha256 as f, canonicalJson as h, revertTitle as i, foldedText as l, toJson as m, timeframeOf as n, conventionalTitle as o, withoutQuery as p, decideAll as r, isSameTitle as s, redactExcluded as t, lineagePredicate as u };