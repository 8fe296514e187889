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

export { canonicalJson as t };