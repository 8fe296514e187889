import { i as __toESM, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
const { createRequire } = process.getBuiltinModule("node:module");
const { createHash } = process.getBuiltinModule("node:crypto");
const http$1 = process.getBuiltinModule("http");
const https = process.getBuiltinModule("https");
const { join } = process.getBuiltinModule("node:path");
const os$1 = process.getBuiltinModule("os");
const { EOL } = process.getBuiltinModule("os");
const crypto = process.getBuiltinModule("crypto");
const fs = process.getBuiltinModule("fs");
const { constants, promises } = process.getBuiltinModule("fs");
const { request, validateHeaderValue } = process.getBuiltinModule("node:http");
const { connect, isIP } = process.getBuiltinModule("node:net");
const { connect: connect$1 } = process.getBuiltinModule("node:tls");
const { mkdir, readFile, writeFile } = process.getBuiltinModule("node:fs/promises");

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ Symbol("evaluating");
function defineLazy(object, key, getter) {
	let value = void 0;
	Object.defineProperty(object, key, {
		get() {
			if (value === EVALUATING) return;
			if (value === void 0) {
				value = EVALUATING;
				value = getter();
			}
			return value;
		},
		set(v) {
			Object.defineProperty(object, key, { value: v });
		},
		configurable: true
	});
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue$1(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}

// node_modules/zod/v4/core/core.js
var _a$1;
/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date$1 = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime$1(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const _null$2 = /^null$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};

// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};

// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime$1(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date$1);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodNull = /*@__PURE__*/ $constructor("$ZodNull", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = _null$2;
	inst._zod.values = /* @__PURE__ */ new Set([null]);
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (input === null) return payload;
		payload.issues.push({
			expected: "null",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject$2 = isObject;
	const jit = !globalConfig.jitless;
	const allowsEval$1 = allowsEval;
	const fastEnabled = jit && allowsEval$1.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$2(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = /* @__PURE__ */ new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodLazy = /*@__PURE__*/ $constructor("$ZodLazy", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazy(inst._zod, "innerType", () => {
		const d = def;
		if (!d._cachedInner) d._cachedInner = def.getter();
		return d._cachedInner;
	});
	defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
	defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
	defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? void 0);
	inst._zod.parse = (payload, ctx) => {
		return inst._zod.innerType._zod.run(payload, ctx);
	};
});
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue$1(_iss));
	}
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open.length > depth ? open.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
const error$1 = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error$1() };
}

// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _null$1(Class, params) {
	return new Class({
		type: "null",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue) => {
			if (typeof issue === "string") payload.issues.push(issue$1(issue, payload.value, ch._zod.def));
			else {
				const _issue = issue;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue$1(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
			assignProp(properties, key, merged);
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const nullProcessor = (_schema, ctx, json, _params) => {
	if (ctx.target === "openapi-3.0") {
		json.type = "string";
		json.nullable = true;
		json.enum = [null];
	} else json.type = "null";
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$1 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
	const innerType = schema._zod.innerType;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};

// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });

// node_modules/zod/v4/classic/parse.js
const parse$1 = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(_overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse$1(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(_regex(...args));
	},
	includes(...args) {
		return this.check(_includes(...args));
	},
	startsWith(...args) {
		return this.check(_startsWith(...args));
	},
	endsWith(...args) {
		return this.check(_endsWith(...args));
	},
	min(...args) {
		return this.check(_minLength(...args));
	},
	max(...args) {
		return this.check(_maxLength(...args));
	},
	length(...args) {
		return this.check(_length(...args));
	},
	nonempty(...args) {
		return this.check(_minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(_lowercase(params));
	},
	uppercase(params) {
		return this.check(_uppercase(params));
	},
	trim() {
		return this.check(_trim());
	},
	normalize(...args) {
		return this.check(_normalize(...args));
	},
	toLowerCase() {
		return this.check(_toLowerCase());
	},
	toUpperCase() {
		return this.check(_toUpperCase());
	},
	slugify() {
		return this.check(_slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(_email(ZodEmail, params));
	},
	url(params) {
		return this.check(_url(ZodURL, params));
	},
	jwt(params) {
		return this.check(_jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(_emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(_guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(_uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(_uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(_uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(_uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(_nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(_cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(_cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(_ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(_base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(_base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(_xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(_ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(_ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(_ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(_cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(_cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(_e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(_isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(_isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(_isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(_isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
function url(params) {
	return _url(ZodURL, params);
}
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(_gt(value, params));
	},
	gte(value, params) {
		return this.check(_gte(value, params));
	},
	min(value, params) {
		return this.check(_gte(value, params));
	},
	lt(value, params) {
		return this.check(_lt(value, params));
	},
	lte(value, params) {
		return this.check(_lte(value, params));
	},
	max(value, params) {
		return this.check(_lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(_gt(0, params));
	},
	nonnegative(params) {
		return this.check(_gte(0, params));
	},
	negative(params) {
		return this.check(_lt(0, params));
	},
	nonpositive(params) {
		return this.check(_lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(_multipleOf(value, params));
	},
	step(value, params) {
		return this.check(_multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number(params) {
	return _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return _boolean(ZodBoolean, params);
}
const ZodNull = /*@__PURE__*/ $constructor("ZodNull", (inst, def) => {
	$ZodNull.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullProcessor(inst, ctx, json, params);
});
function _null(params) {
	return _null$1(ZodNull, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown$1() {
	return _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(_minLength(n, params));
	},
	nonempty(params) {
		return this.check(_minLength(1, params));
	},
	max(n, params) {
		return this.check(_maxLength(n, params));
	},
	length(n, params) {
		return this.check(_length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown$1() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown$1() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodObject(def);
}
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodDiscriminatedUnion", (inst, def) => {
	ZodUnion.init(inst, def);
	$ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue) => {
			if (typeof issue === "string") payload.issues.push(issue$1(issue, payload.value, def));
			else {
				const _issue = issue;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue$1(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodLazy = /*@__PURE__*/ $constructor("ZodLazy", (inst, def) => {
	$ZodLazy.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => lazyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.getter();
});
function lazy(getter) {
	return new ZodLazy({
		type: "lazy",
		getter
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}
function json(params) {
	const jsonSchema = lazy(() => {
		return union([
			string(params),
			number(),
			boolean(),
			_null(),
			array(jsonSchema),
			record(string(), jsonSchema)
		]);
	});
	return jsonSchema;
}

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}

// action/parse-once.ts
config({ jitless: true });

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};

// node_modules/tunnel/lib/tunnel.js
var require_tunnel$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	__require("net");
	var tls = __require("tls");
	var http = __require("http");
	var https = __require("https");
	var events = __require("events");
	__require("assert");
	var util = __require("util");
	exports.httpOverHttp = httpOverHttp;
	exports.httpsOverHttp = httpsOverHttp;
	exports.httpOverHttps = httpOverHttps;
	exports.httpsOverHttps = httpsOverHttps;
	function httpOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		return agent;
	}
	function httpsOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function httpOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		return agent;
	}
	function httpsOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function TunnelingAgent(options) {
		var self = this;
		self.options = options || {};
		self.proxyOptions = self.options.proxy || {};
		self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
		self.requests = [];
		self.sockets = [];
		self.on("free", function onFree(socket, host, port, localAddress) {
			var options = toOptions(host, port, localAddress);
			for (var i = 0, len = self.requests.length; i < len; ++i) {
				var pending = self.requests[i];
				if (pending.host === options.host && pending.port === options.port) {
					self.requests.splice(i, 1);
					pending.request.onSocket(socket);
					return;
				}
			}
			socket.destroy();
			self.removeSocket(socket);
		});
	}
	util.inherits(TunnelingAgent, events.EventEmitter);
	TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
		var self = this;
		var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
		if (self.sockets.length >= this.maxSockets) {
			self.requests.push(options);
			return;
		}
		self.createSocket(options, function(socket) {
			socket.on("free", onFree);
			socket.on("close", onCloseOrRemove);
			socket.on("agentRemove", onCloseOrRemove);
			req.onSocket(socket);
			function onFree() {
				self.emit("free", socket, options);
			}
			function onCloseOrRemove(err) {
				self.removeSocket(socket);
				socket.removeListener("free", onFree);
				socket.removeListener("close", onCloseOrRemove);
				socket.removeListener("agentRemove", onCloseOrRemove);
			}
		});
	};
	TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
		var self = this;
		var placeholder = {};
		self.sockets.push(placeholder);
		var connectOptions = mergeOptions({}, self.proxyOptions, {
			method: "CONNECT",
			path: options.host + ":" + options.port,
			agent: false,
			headers: { host: options.host + ":" + options.port }
		});
		if (options.localAddress) connectOptions.localAddress = options.localAddress;
		if (connectOptions.proxyAuth) {
			connectOptions.headers = connectOptions.headers || {};
			connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
		}
		debug("making CONNECT request");
		var connectReq = self.request(connectOptions);
		connectReq.useChunkedEncodingByDefault = false;
		connectReq.once("response", onResponse);
		connectReq.once("upgrade", onUpgrade);
		connectReq.once("connect", onConnect);
		connectReq.once("error", onError);
		connectReq.end();
		function onResponse(res) {
			res.upgrade = true;
		}
		function onUpgrade(res, socket, head) {
			process.nextTick(function() {
				onConnect(res, socket, head);
			});
		}
		function onConnect(res, socket, head) {
			connectReq.removeAllListeners();
			socket.removeAllListeners();
			if (res.statusCode !== 200) {
				debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
				socket.destroy();
				var error = /* @__PURE__ */ new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			if (head.length > 0) {
				debug("got illegal response body from proxy");
				socket.destroy();
				var error = /* @__PURE__ */ new Error("got illegal response body from proxy");
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			debug("tunneling connection has established");
			self.sockets[self.sockets.indexOf(placeholder)] = socket;
			return cb(socket);
		}
		function onError(cause) {
			connectReq.removeAllListeners();
			debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
			var error = /* @__PURE__ */ new Error("tunneling socket could not be established, cause=" + cause.message);
			error.code = "ECONNRESET";
			options.request.emit("error", error);
			self.removeSocket(placeholder);
		}
	};
	TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
		var pos = this.sockets.indexOf(socket);
		if (pos === -1) return;
		this.sockets.splice(pos, 1);
		var pending = this.requests.shift();
		if (pending) this.createSocket(pending, function(socket) {
			pending.request.onSocket(socket);
		});
	};
	function createSecureSocket(options, cb) {
		var self = this;
		TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
			var hostHeader = options.request.getHeader("host");
			var tlsOptions = mergeOptions({}, self.options, {
				socket,
				servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
			});
			var secureSocket = tls.connect(0, tlsOptions);
			self.sockets[self.sockets.indexOf(socket)] = secureSocket;
			cb(secureSocket);
		});
	}
	function toOptions(host, port, localAddress) {
		if (typeof host === "string") return {
			host,
			port,
			localAddress
		};
		return host;
	}
	function mergeOptions(target) {
		for (var i = 1, len = arguments.length; i < len; ++i) {
			var overrides = arguments[i];
			if (typeof overrides === "object") {
				var keys = Object.keys(overrides);
				for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
					var k = keys[j];
					if (overrides[k] !== void 0) target[k] = overrides[k];
				}
			}
		}
		return target;
	}
	var debug;
	if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
		var args = Array.prototype.slice.call(arguments);
		if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0];
		else args.unshift("TUNNEL:");
		console.error.apply(console, args);
	};
	else debug = function() {};
}));

// node_modules/tunnel/index.js
var require_tunnel = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_tunnel$1();
}));

// \0lazy-undici
var import_tunnel = /* @__PURE__ */ __toESM(require_tunnel(), 1);
const load = () => createRequire(import.meta.url)("./network.cjs");
const fetch = (...args) => load().fetch(...args);
function ProxyAgent(...args) {
	return new (load()).ProxyAgent(...args);
}

// node_modules/@actions/http-client/lib/index.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers$1;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers$1 || (Headers$1 = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$2(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$2(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$2(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$2(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$2(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers$1.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers$1.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers$1.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers$1.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers$1.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers$1.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers$1.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers$1.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers$1.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers$1.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers$1.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? https : http$1;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers$1.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers$1.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || http$1.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? import_tunnel.httpsOverHttps : import_tunnel.httpsOverHttp;
			else tunnelAgent = overHttps ? import_tunnel.httpOverHttps : import_tunnel.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new https.Agent(options) : new http$1.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$2(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$2(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$2(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// action/proxied-fetch.ts
const proxyVariables = [
	"https_proxy",
	"HTTPS_PROXY",
	"http_proxy",
	"HTTP_PROXY"
];
/** As the toolkit asks: by the variables of the environment, host by host, so `no_proxy` holds. */
const throughProxy = (async (url, init) => {
	const dispatcher = new HttpClient().getAgentDispatcher(String(url));
	return fetch(url, {
		...init,
		...dispatcher && { dispatcher }
	});
});
/**
* `fetch` for whatever is not GitHub's API. Node's own knows no proxy; that of undici does, and is loaded only where
* there is one; it takes addresses, no `Request`.
*/
const proxiedFetch = (variables) => proxyVariables.some((name) => variables[name]) ? throughProxy : globalThis.fetch;

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed$1(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Wrap an asynchronous function call in a group.
*
* Returns the same type as the function itself.
*
* @param name The name of the group
* @param fn The function to wrap in the group
*/
function group(name, fn) {
	return __awaiter(this, void 0, void 0, function* () {
		startGroup(name);
		let result;
		try {
			result = yield fn();
		} finally {
			endGroup();
		}
		return result;
	});
}

// contract/wire-types.ts
/** A list given as an array, or on the wire as one string with commas or line breaks. */
const listOf = (item) => union([string(), array(string())], { error: "accepts a list" }).transform((given) => (typeof given === "string" ? given.split(/[\n,]/) : given).map((entry) => entry.trim()).filter((entry) => entry !== "")).pipe(array(item));
/** A whole number, also as the decimal digits that inputs and options arrive in. */
const wholeNumber = (min, max) => {
	const accepts = `accepts a whole number from ${min} to ${max}`;
	const inRange = int(accepts).check(_gte(min, accepts), _lte(max, accepts));
	return union([inRange, string().regex(/^\d+$/, accepts)], { error: accepts }).transform(Number).pipe(inRange);
};
/** A yes or no, also as the words that inputs arrive in. */
const flag = union([boolean(), _enum(["true", "false"])], { error: "accepts true or false" }).transform((given) => given === true || given === "true");
const text$1 = (max) => {
	const accepts = `accepts 1 to ${max} characters of text`;
	return string({ error: accepts }).check(_trim(), _minLength(1, accepts), _maxLength(max, accepts));
};
const httpUrl = url({
	protocol: /^https?$/,
	error: "accepts an http or https URL"
});

// contract/action-inputs.ts
const host = string().regex(/^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(?::[1-9]\d{0,4})?$/i, "accepts host names, such as zenpulse.example.com or receiver.internal:8080");
/**
* Inputs of the action that are no part of a pulse request: the workflow file alone sets them. A dispatch must
* not be able to send a key elsewhere or to widen where a report may go.
*/
const actionInputFields = {
	github_token: text$1(4096).optional().describe("Token that reads the repositories. Default: the job's own, which reads this repository."),
	llm_api_key: text$1(4096).optional().describe("Key for the API that serves llm_model; the embedded writer needs none."),
	llm_base_url: httpUrl.optional().describe("Address of an OpenAI-compatible API. Default: https://api.openai.com/v1."),
	mcp_server: text$1(4096).optional().describe("Where the model gets its GitHub tools: github (the official server), builtin, the URL of an MCP server, or the path of a server binary. Default: github, or builtin for the embedded writer."),
	config_file: text$1(4096).optional().describe("Path of the rules file. Default: .github/zenpulse.yml of each repository."),
	slack_webhook_url: httpUrl.optional().describe("Incoming webhook that posts the report to Slack; no bot token is needed then."),
	slack_bot_token: text$1(4096).optional().describe("Bot token (xoxb-…) with chat:write that posts the report to slack_channel."),
	slack_channel: text$1(200).optional().describe("Id of the Slack channel (C0123456789) for slack_bot_token. A webhook has its own."),
	slack_api_url: httpUrl.default("https://slack.com/api").describe("Address of Slack's Web API for slack_bot_token; GovSlack has another."),
	callback_allowed_hosts: listOf(host).default([]).describe("Hosts that callback_url may name, over https on public addresses, beside Slack's own. An entry with a port, such as receiver.internal:8080, also allows http and private addresses on exactly that host and port."),
	callback_signing_secret: text$1(512).optional().describe("Signs callbacks as Standard Webhooks do, for receivers other than ZenPulse (whsec_…)."),
	allow_private_sources: flag.default(false).describe("Lets a run hosted in a public repository report on private ones: its artifacts are public."),
	retention_days: wholeNumber(1, 400).optional().describe("Days the run artifact is kept. Default: the repository's setting.")
};
const actionInputsObject = strictObject(actionInputFields);
/** Rules over the inputs that say where in Slack to post. */
function checkSlack(inputs, context) {
	const { slack_webhook_url: webhook, slack_bot_token: token, slack_channel: channel } = inputs;
	const refuse = (field, message) => context.addIssue({
		code: "custom",
		path: [field],
		message,
		input: inputs[field]
	});
	if (webhook && token) refuse("slack_webhook_url", "accepts a value only without slack_bot_token");
	if (token && !channel) refuse("slack_channel", "accepts the id of a channel, which slack_bot_token needs");
}
const actionInputs = actionInputsObject.superRefine(checkSlack).meta({
	title: "ZenPulse action inputs",
	description: "What the workflow file sets beside the pulse request."
});
/** Fields whose values are masked before anything else happens and are never stored or shown. */
const secretInputs = /* @__PURE__ */ new Set([
	"github_token",
	"llm_api_key",
	"slack_webhook_url",
	"slack_bot_token",
	"callback_signing_secret",
	"webhook_token"
]);

// contract/problems.ts
const shownLength$2 = 80;
/** The path as far as the raw input has it: a list given as one string ends at that string. */
function pathInInput(input, path) {
	let at = input;
	const end = path.findIndex((step) => {
		if (typeof at === "string") return true;
		at = typeof at === "object" && at !== null ? at[step] : void 0;
		return false;
	});
	return end === -1 ? path : path.slice(0, end);
}
/** The value at a path of the raw input, as short JSON on one line. */
function show(input, path) {
	const value = path.reduce((at, step) => typeof at === "object" && at !== null ? at[step] : void 0, input);
	if (value === void 0) return "nothing";
	const text = JSON.stringify(value) ?? typeof value;
	return text.length > shownLength$2 ? `${text.slice(0, shownLength$2)}… (${text.length} characters)` : text;
}
const joinPath = (path) => path.reduce((joined, step) => typeof step === "number" ? `${joined}[${step}]` : joined === "" ? String(step) : `${joined}.${String(step)}`, "");
/**
* Every issue of a failed parse as a problem a person can act on.
* @param input the raw value that was parsed, for "got"
* @param knownFields the accepted names at the top level, listed when an unknown one was given
*/
function problemsOf(error, input, knownFields = []) {
	return error.issues.flatMap((issue) => {
		if (issue.code === "unrecognized_keys") {
			const known = issue.path.length === 0 && knownFields.length > 0 ? `: ${knownFields.join(", ")}` : "";
			return issue.keys.map((key) => ({
				field: joinPath([...issue.path, key]) || "\"\"",
				got: "an unknown field",
				accepts: `accepts only known fields${known}`
			}));
		}
		const path = pathInInput(input, issue.path);
		const field = joinPath(path);
		return [{
			field: field || "(the whole)",
			got: secretInputs.has(field) ? "(a secret, not shown)" : show(input, path),
			accepts: issue.message
		}];
	});
}
/** `date_range: got "7 days"; accepts 7d, …` */
const formatProblem = (problem) => `${problem.field}: got ${problem.got}; ${problem.accepts}`;

// contract/errors/entry.ts
/** Keeps an entry's type of data. */
const entry = (value) => value;
const list = (names, none) => names.length === 0 ? none : names.join(", ");
/** Problems, each on a line of its own. */
const lines$1 = (problems) => problems.map((each) => `\n  - ${formatProblem(each)}`).join("");

// contract/errors/action-errors.ts
/** What goes wrong around a run of the action and between its two jobs. */
const actionErrors = {
	artifact_failed: entry({
		kind: "upstream",
		message: ({ cause }) => `The run's files could not be stored as a workflow artifact: ${cause}`,
		nextStep: () => "Run the failed jobs again; the report is in this job's summary."
	}),
	inputs_invalid: entry({
		kind: "input",
		message: ({ problems }) => `The inputs cannot be used:${lines$1(problems)}`,
		nextStep: () => "Correct the inputs named, under \"with:\" in the workflow."
	}),
	run_ended: entry({
		kind: "upstream",
		message: ({ result }) => `The job that writes the report ended before it could say what came of it (result: ${result}).`,
		nextStep: () => "Open the run: the log of that job says where it stopped. Then run the failed jobs again, or all if it was cancelled."
	}),
	handover_missing: entry({
		kind: "input",
		message: () => "The job that writes the report succeeded, but its payload did not arrive.",
		nextStep: () => "Hand it on as the template does: payload among the outputs of that job, and under \"with:\" here. GitHub withholds an output that holds the value of a secret; the log of that job says so then."
	}),
	handover_invalid: entry({
		kind: "input",
		message: ({ what }) => `What the job that writes the report handed on cannot be used: ${what}. Nothing was posted.`,
		nextStep: () => "Pin both actions to the same commit, hand on the outputs as the template does, and run all jobs again."
	}),
	artifact_unavailable: entry({
		kind: "upstream",
		message: ({ id, cause }) => `The run artifact ${id} could not be fetched: ${cause}`,
		nextStep: () => "See https://www.githubstatus.com and run the failed jobs again; if the artifact was deleted or has expired, run all jobs again."
	}),
	artifact_altered: entry({
		kind: "refused",
		message: ({ what }) => `The run artifact is not what the job that writes the report handed on: ${what}. Nothing was posted.`,
		nextStep: () => "Look who may write to this run: only its own jobs can. Then run all jobs again; if it stays, please open an issue."
	}),
	slack_with_app: entry({
		kind: "input",
		message: () => "Nothing was posted to Slack from here: this run was dispatched with a callback_url, and only whoever dispatched it posts.",
		nextStep: () => "Take the Slack inputs out of the workflow that is dispatched; where no App is used, take zenpulse-standalone.yml."
	})
};

// contract/errors/app-errors.ts
/** What the App refuses, or cannot do. */
const appErrors = {
	app_unconfigured: entry({
		kind: "input",
		message: ({ problems }) => `The App cannot start; its environment lacks or has wrong:${problems.map(({ field, accepts, isSet }) => `\n  - ${field} ${isSet ? "is set, but" : "is not set;"} it ${accepts}`).join("")}`,
		nextStep: () => "Set them as .env.example describes. With none of APP_ID, PRIVATE_KEY and WEBHOOK_SECRET set, the App starts its set-up page, which makes them."
	}),
	data_folder_locked: entry({
		kind: "input",
		message: ({ folder, holder }) => `The data folder ${folder} is in use by ${holder}.`,
		nextStep: () => "Stop that process, or set DATABASE_URL: one PostgreSQL serves any number of processes, the embedded one only one."
	}),
	database_unusable: entry({
		kind: "upstream",
		message: ({ database, cause }) => `${database} cannot be used: ${cause}.`,
		nextStep: () => "Check that it runs, that its address and password are right and that there is space left; then start the App again."
	}),
	database_newer: entry({
		kind: "input",
		message: ({ migration }) => `The database belongs to a newer version of the App: it has the migration ${migration}, which this one does not know.`,
		nextStep: () => "Start the newer version, or restore the back-up that was made before the upgrade."
	}),
	address_unavailable: entry({
		kind: "input",
		message: ({ address, cause }) => `The App cannot listen on ${address}: ${cause}.`,
		nextStep: () => "Stop what listens there, or set HOST and PORT to another address."
	}),
	setup_unwritable: entry({
		kind: "input",
		message: ({ folder }) => `No GitHub App is set up, and the set-up page could not keep what it makes: ${folder} cannot be written to.`,
		nextStep: () => "Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET as .env.example describes, or run the set-up page (\"npm run app\") where .env can be written."
	}),
	data_folder_failed: entry({
		kind: "upstream",
		message: ({ folder, cause }) => `The embedded database in ${folder} had to stop: ${cause}.`,
		nextStep: () => "Make room on its disk and start again; what was acknowledged is there, and the hourly sweep fetches the rest."
	}),
	webhook_unverified: entry({
		kind: "input",
		message: () => "The signature of the webhook does not fit any of the secrets set here.",
		nextStep: () => "Put the same webhook secret into the App's settings on GitHub and into WEBHOOK_SECRET; while it changes, keep the old one as WEBHOOK_SECRET_PREVIOUS."
	}),
	webhook_malformed: entry({
		kind: "input",
		message: ({ why }) => `The webhook cannot be read: ${why}.`,
		nextStep: () => "Set the webhook's content type to application/json in the App's settings on GitHub."
	}),
	webhook_unreadable: entry({
		kind: "input",
		message: ({ event, problems }) => `The webhook ${event} lacks what the App reads of it:${lines$1(problems)}`,
		nextStep: () => "Nothing to do for a proxy test; if GitHub itself sent it, please open an issue: its format has changed."
	}),
	webhook_too_large: entry({
		kind: "input",
		message: ({ limit }) => `The webhook is larger than ${limit}, which is GitHub's own limit.`,
		nextStep: () => "Nothing: GitHub sends none of this size."
	}),
	webhook_slow: entry({
		kind: "upstream",
		message: ({ seconds }) => `The webhook did not arrive in ${seconds} seconds.`,
		nextStep: () => "Look at the network before the App; the hourly sweep asks GitHub for it again."
	}),
	webhook_not_stored: entry({
		kind: "upstream",
		message: ({ why }) => `The webhook was not stored: ${why}.`,
		nextStep: () => "Look at the database and its load (/readyz); the hourly sweep asks GitHub for the webhook again."
	}),
	callback_too_large: entry({
		kind: "input",
		message: ({ limit }) => `The callback is larger than ${limit}.`,
		nextStep: () => "Report on a shorter window; the whole report stays in the artifact of the run."
	}),
	callback_malformed: entry({
		kind: "input",
		message: ({ why }) => `The callback cannot be read: ${why}.`,
		nextStep: () => "Send the payload as JSON in UTF-8, with content-type: application/json."
	}),
	callback_invalid: entry({
		kind: "input",
		message: ({ problems, total }) => `The callback does not follow the contract${problems.length < total ? ` (truncated: ${problems.length} of ${total} problems)` : ""}:${lines$1(problems)}`,
		nextStep: () => "Use an action of the same contract version as the App: docs/contract.md describes every field."
	}),
	callback_proof_missing: entry({
		kind: "input",
		message: ({ accepted }) => `Nothing proves where the callback comes from. Accepted here: ${accepted.join(", or ")}.`,
		nextStep: () => "Give the job that reports back \"permissions: id-token: write\", as the template does."
	}),
	callback_proof_refused: entry({
		kind: "input",
		message: ({ why }) => `The proof of the callback is not accepted: ${why}.`,
		nextStep: ({ next }) => next
	}),
	callback_proof_untimely: entry({
		kind: "input",
		message: ({ what, now }) => `The identity token ${what}; it is ${now} here.`,
		nextStep: ({ next }) => next
	}),
	callback_proof_expired: entry({
		kind: "input",
		message: ({ expiredAt }) => `The one-time token of this request expired at ${expiredAt}.`,
		nextStep: () => "Start a new request; the report of this run stays in its artifact."
	}),
	callback_proof_used: entry({
		kind: "input",
		message: () => "The proof of this callback was used before, with another body.",
		nextStep: () => "If the result of this request is in the App, nothing is left to do; else start a new one."
	}),
	callback_not_from_run: entry({
		kind: "input",
		message: ({ what }) => `The callback does not come from the run that was asked for: ${what}.`,
		nextStep: ({ next }) => next
	}),
	callback_request_unknown: entry({
		kind: "input",
		message: () => "No request with this id waits for a callback here.",
		nextStep: () => "Check that callback_url leads to the App that dispatched the run."
	}),
	method_not_allowed: entry({
		kind: "input",
		message: ({ allowed }) => `This address answers only to ${allowed}.`,
		nextStep: ({ allowed }) => `Send the request with ${allowed}.`
	}),
	app_unavailable: entry({
		kind: "upstream",
		message: ({ what }) => `The App cannot answer now: ${what}. Nothing was stored.`,
		nextStep: () => "Send the same again a little later."
	}),
	post_waits: entry({
		kind: "input",
		message: ({ why }) => `The report waits for a person: ${why}.`,
		nextStep: ({ next }) => next
	}),
	post_not_possible: entry({
		kind: "input",
		message: ({ why }) => `The report cannot be posted: ${why}.`,
		nextStep: ({ next }) => next
	}),
	post_interrupted: entry({
		kind: "upstream",
		message: () => "The App stopped while it posted the report; nobody knows whether Slack has it.",
		nextStep: () => "Look in the channel; post it again only if it is not there."
	}),
	slack_partly_posted: entry({
		kind: "upstream",
		message: ({ posted, total, why }) => `Only ${posted} of ${total} messages are in the channel: ${why}`,
		nextStep: () => "Take out what is in the channel before you post it again, or leave it as it is."
	}),
	slack_credential_missing: entry({
		kind: "input",
		message: ({ repository }) => `There is no Slack credential to post reports of ${repository} with.`,
		nextStep: () => "Store one for the repository or its installation, or set SLACK_WEBHOOK_URL for the whole App."
	}),
	sealing_key_missing: entry({
		kind: "input",
		message: () => "Credentials cannot be stored: there is no key to seal them with.",
		nextStep: () => "Set ZENPULSE_SEALING_KEYS, which \"openssl rand -base64 32\" makes, and start the App again."
	}),
	sealed_unreadable: entry({
		kind: "input",
		message: ({ scope, why }) => `The credential stored for ${scope} cannot be opened: ${why}.`,
		nextStep: () => "Add the key it was sealed with to ZENPULSE_SEALING_KEYS, after the one in use, or store the credential anew."
	}),
	admin_refused: entry({
		kind: "input",
		message: ({ why }) => `The App shows this to nobody but its operators: ${why}.`,
		nextStep: ({ next }) => next
	}),
	admin_request_invalid: entry({
		kind: "input",
		message: ({ problems }) => `The request cannot be used:${lines$1(problems)}`,
		nextStep: () => "Correct the fields named."
	}),
	message_unknown: entry({
		kind: "input",
		message: () => "There is no message with this id here.",
		nextStep: () => "Take an id from GET /admin/pulse/messages."
	})
};

// contract/errors/delivery-errors.ts
/** What keeps a report from its receiver. */
const deliveryErrors = {
	destination_refused: entry({
		kind: "input",
		message: ({ host, why }) => `Nothing was sent to ${host}: ${why}.`,
		nextStep: ({ next }) => next
	}),
	destination_unreachable: entry({
		kind: "upstream",
		message: ({ host, cause }) => `${host} could not be reached (${cause}); nothing was sent.`,
		nextStep: ({ host }) => `Check that ${host} is up and that this network may reach it, then send again.`
	}),
	destination_silent: entry({
		kind: "upstream",
		message: ({ host, cause }) => `${host} gave no whole answer (${cause}); it may have got the request.`,
		nextStep: ({ host }) => `Look at ${host} whether it arrived before you send again.`
	}),
	callback_unproven: entry({
		kind: "input",
		message: ({ host }) => `No callback was sent to ${host}: nothing would prove who sends it.`,
		nextStep: () => "Give the job \"permissions: id-token: write\", which is all ZenPulse needs; for other receivers set callback_signing_secret, or webhook_token where the receiver gave a one-time token."
	}),
	callback_secret_invalid: entry({
		kind: "input",
		message: ({ input, why }) => `No callback was sent: ${input} ${why}.`,
		nextStep: ({ next }) => next
	}),
	callback_identity_missing: entry({
		kind: "upstream",
		message: ({ host, cause }) => `No callback was sent to ${host}: GitHub issued no identity token (${cause}).`,
		nextStep: () => "Check that the job has \"permissions: id-token: write\" and see https://www.githubstatus.com, then run the failed job again."
	}),
	callback_refused: entry({
		kind: "upstream",
		message: ({ host, status, answer }) => `${host} refused the callback with ${status}: ${answer || "it said nothing"}`,
		nextStep: ({ next }) => next
	}),
	callback_already_used: entry({
		kind: "upstream",
		message: ({ host, answer }) => `${host} has a callback of this request already, or its token was used (409): ${answer || "it said nothing"}`,
		nextStep: ({ host }) => `Look at ${host}: if the result is there, nothing is left to do; if it is not, send a new request.`
	}),
	callback_clock_skew: entry({
		kind: "upstream",
		message: ({ host, status, skew, answer }) => `${host} refused the callback with ${status} (${answer || "it said nothing"}), and its clock is ${skew} that of this machine: signatures and tokens are good for about five minutes.`,
		nextStep: ({ host }) => `Set the clock of ${host}, or that of this runner, by a time server (NTP); then run the failed job again.`
	}),
	callback_undelivered: entry({
		kind: "upstream",
		message: ({ host, tries, why }) => `${host} did not confirm the callback (tries: ${tries}); at last: ${why}.`,
		nextStep: ({ host }) => `When ${host} works again, run the failed job again; the payload is in the dead letter. A receiver tells a repeated callback by its webhook-id.`
	}),
	slack_unsafe: entry({
		kind: "refused",
		message: ({ findings }) => `The messages for Slack did not pass the last check: ${findings.join("; ")}.`,
		nextStep: () => "Nothing was posted. Please open an issue with this message."
	}),
	slack_refused: entry({
		kind: "upstream",
		message: ({ reason }) => `Slack refused the message: ${reason}.`,
		nextStep: ({ next }) => next
	}),
	slack_rate_limited: entry({
		kind: "upstream",
		message: ({ wait }) => `Slack takes no more messages for now, and asks to wait ${wait}.`,
		nextStep: ({ wait }) => `Send again after ${wait}; something else may be posting with the same app.`
	}),
	slack_unclear: entry({
		kind: "upstream",
		message: ({ answer }) => `Slack's answer does not tell whether the message was posted (${answer}).`,
		nextStep: () => "Look in the channel before you send again: it may be there already."
	}),
	slack_stopped: entry({
		kind: "upstream",
		message: () => "The run was stopped before all messages were sent to Slack.",
		nextStep: () => "Run it again if the message is still wanted."
	})
};

// contract/errors/dispatch-errors.ts
/** What keeps the App from starting a workflow, or from hearing of its end. */
const dispatchErrors = {
	workflow_missing: entry({
		kind: "input",
		message: ({ path, repository }) => `${repository} has no workflow ${path} on its default branch.`,
		nextStep: ({ template }) => template === null ? "Open the link, look the file over and commit it to the default branch." : `Open the link, paste ${template} into it, change callback_allowed_hosts and commit it to the default branch.`
	}),
	workflow_unreadable: entry({
		kind: "input",
		message: ({ path, cause }) => `${path} cannot be read as a workflow: ${cause}.`,
		nextStep: () => "Correct the file, or take the template again."
	}),
	workflow_not_dispatchable: entry({
		kind: "input",
		message: ({ path }) => `${path} has no workflow_dispatch among its triggers, so the App cannot start it.`,
		nextStep: () => "Take \"on:\" over from the template."
	}),
	workflow_inputs_missing: entry({
		kind: "input",
		message: ({ path, inputs }) => `${path} does not declare inputs that the App sends: ${inputs.join(", ")}. GitHub would refuse to start it.`,
		nextStep: () => "Add them under workflow_dispatch, as the template has them."
	}),
	workflow_inputs_required: entry({
		kind: "input",
		message: ({ path, inputs }) => `${path} requires inputs that the App does not send: ${inputs.join(", ")}.`,
		nextStep: () => "Take \"required: true\" from them, or give them a default."
	}),
	workflow_options_missing: entry({
		kind: "input",
		message: ({ path, input, options }) => `${path} does not offer what the App sends as ${input}: ${options.join(", ")}.`,
		nextStep: ({ input }) => `Add them to the options of ${input}, as the template has them.`
	}),
	workflow_run_name: entry({
		kind: "input",
		message: ({ path }) => `The run-name of ${path} does not hold inputs.request_id, so the App could not find a run whose start GitHub left unanswered.`,
		nextStep: () => "Take run-name over from the template: ZenPulse ${{ inputs.request_id || 'by hand' }}"
	}),
	workflow_action_missing: entry({
		kind: "input",
		message: ({ path }) => `No job of ${path} uses the ZenPulse action, so nothing would write the report.`,
		nextStep: () => "Take the jobs over from the template."
	}),
	workflow_reports_nowhere: entry({
		kind: "input",
		message: ({ path }) => `No step of ${path} hands callback_url on, so the App would never hear of the report.`,
		nextStep: () => "Take the job report_back over from the template."
	}),
	workflow_id_token_missing: entry({
		kind: "input",
		message: ({ path, job }) => `The job ${job} of ${path} may not ask for the identity token that proves its callback.`,
		nextStep: ({ job }) => `Give the job ${job} "permissions: id-token: write", as the template does.`
	}),
	workflow_host_missing: entry({
		kind: "input",
		message: ({ path, why }) => `${path} sends no callback to this App: ${why}.`,
		nextStep: ({ host }) => `Set "callback_allowed_hosts: ${host}" in the step that calls back.`
	}),
	workflow_standalone_too: entry({
		kind: "input",
		message: ({ path, repository }) => `${repository} also has ${path}, which reports by itself: with it everything is told twice.`,
		nextStep: ({ path }) => `Delete ${path}; the App needs only its own workflow.`
	}),
	dispatch_forbidden: entry({
		kind: "upstream",
		message: ({ repository, message }) => `GitHub does not let the App start workflows of ${repository}: it lacks the permission Actions: write (${message}).`,
		nextStep: () => "An owner accepts the permission under Settings, GitHub Apps, Configure; Actions must be enabled in the repository."
	}),
	dispatch_refused: entry({
		kind: "upstream",
		message: ({ repository, status, message }) => `GitHub refused to start the workflow of ${repository} with ${status}: ${message}.`,
		nextStep: () => "Enable the workflow under Actions where it is disabled; else bring its inputs in line with the template."
	}),
	dispatch_lost: entry({
		kind: "upstream",
		message: ({ tries }) => `GitHub never confirmed that it started the workflow, and no run of it was found (tries: ${tries}).`,
		nextStep: () => "See https://www.githubstatus.com; what was to be told is in the next report."
	}),
	run_ended_silently: entry({
		kind: "upstream",
		message: ({ conclusion }) => `The run ended (${conclusion}) without telling the App what came of it.`,
		nextStep: () => "Open the run: its jobs say where it stopped. Run its failed jobs again and the report still arrives."
	}),
	run_gone: entry({
		kind: "upstream",
		message: () => "The run is no longer on GitHub, and it had told nothing.",
		nextStep: () => "Nothing: what was to be told is in the next report."
	}),
	repository_gone: entry({
		kind: "upstream",
		message: ({ repository }) => `The App can no longer see ${repository}.`,
		nextStep: () => "Install the App on the repository again, or resume its installation."
	})
};

// contract/errors/github-errors.ts
/** What GitHub refuses or fails to answer. */
const githubErrors = {
	github_not_found: entry({
		kind: "upstream",
		message: ({ what }) => `${what} was not found on GitHub, or the token has no access to it.`,
		nextStep: ({ what }) => `Check the name and that the token may read ${what}; the job's own token reads only its repository and public ones.`
	}),
	github_forbidden: entry({
		kind: "upstream",
		message: ({ repository, permission, message }) => `GitHub refuses to show ${repository}: the token lacks the permission ${permission} (${message}).`,
		nextStep: ({ permission }) => `Grant ${permission} under "permissions:" in the workflow, or to the App.`
	}),
	github_sso_required: entry({
		kind: "upstream",
		message: ({ repository }) => `GitHub refuses to show ${repository}: its organisation asks for single sign-on (SAML), and the token was not authorised for it.`,
		nextStep: ({ url }) => url === null ? "Authorise the token for the organisation in its settings on GitHub (\"Configure SSO\"), then run again." : `Authorise the token at ${url} and run again.`
	}),
	github_repository_empty: entry({
		kind: "input",
		message: ({ repository }) => `${repository} is empty: it has no commit on any branch.`,
		nextStep: () => "Push a first commit, or report on another repository."
	}),
	github_unauthorized: entry({
		kind: "upstream",
		message: () => "GitHub refuses the token: it has expired, was revoked or is not whole.",
		nextStep: () => "Start the run again; with a token of your own, make a new one and store it as the secret."
	}),
	github_rate_limited: entry({
		kind: "upstream",
		message: ({ resetAt }) => `GitHub's rate limit is spent until ${resetAt}.`,
		nextStep: ({ resetAt }) => `Run again after ${resetAt}; a GitHub App's token has a higher limit.`
	}),
	github_unavailable: entry({
		kind: "upstream",
		message: ({ what, tries }) => `GitHub did not answer after ${tries} tries: ${what}.`,
		nextStep: () => "See https://www.githubstatus.com and run again."
	}),
	github_bad_answer: entry({
		kind: "upstream",
		message: ({ what, why }) => `GitHub's answer to ${what} cannot be used: ${why}.`,
		nextStep: () => "Run again; if it stays, a proxy may stand between, or please open an issue with this message."
	}),
	github_refused: entry({
		kind: "upstream",
		message: ({ what, status, message }) => `GitHub refused ${what} with ${status}: ${message}.`,
		nextStep: () => "Trying again does not help; check the request against what GitHub says."
	})
};

// contract/errors/model-errors.ts
/** What a model's API refuses or fails to answer. */
const modelErrors = {
	model_unavailable: entry({
		kind: "upstream",
		message: ({ model, tries, why }) => `The model ${model} gave no answer (tries: ${tries}): ${why}.`,
		nextStep: () => "Run again later; if it stays, see the provider's status page, or check llm_base_url and the network."
	}),
	model_refused_request: entry({
		kind: "upstream",
		message: ({ model, api, status, message }) => `The server of the model ${model} refused the request over the ${api} API with ${status}: ${message}.`,
		nextStep: ({ api }) => `Trying again does not help: check llm_model and llm_base_url, and where the server has no ${api} API set llm_api to the other one (chat or responses).`
	}),
	model_unauthorized: entry({
		kind: "upstream",
		message: ({ host, status, message }) => `${host} refuses the key with ${status}: ${message}.`,
		nextStep: ({ host }) => `Check that llm_api_key is whole, is one for ${host}, was not revoked, and may use llm_model.`
	}),
	model_bad_answer: entry({
		kind: "upstream",
		message: ({ model, why }) => `The answer for the model ${model} cannot be used: ${why}.`,
		nextStep: () => "Check that llm_base_url is the address of an OpenAI-compatible API, most often ending in /v1; then the server's own log."
	})
};

// contract/errors/own-errors.ts
/** What ZenPulse refuses or does wrong itself. */
const ownErrors = {
	demo_stopped: entry({
		kind: "upstream",
		message: ({ step, why }) => `The demo stopped while ${step}: ${why}`,
		nextStep: () => "Run it again; if it stops there again, please open an issue with this output."
	}),
	report_refused: entry({
		kind: "refused",
		message: ({ findings }) => `No report passed the check against the facts: ${findings.join("; ")}.`,
		nextStep: () => "Nothing was written. Please open an issue and attach the findings."
	}),
	unexpected: entry({
		kind: "internal",
		message: ({ cause }) => `ZenPulse met a fault of its own: ${cause}`,
		nextStep: () => "Please open an issue; set ZENPULSE_DEBUG=1 to see where it came from."
	})
};

// contract/errors/request-errors.ts
/** What is wrong with a request, its repositories, its window or its rules. */
const requestErrors = {
	request_invalid: entry({
		kind: "input",
		message: ({ problems }) => `The pulse request cannot be used:${lines$1(problems)}`,
		nextStep: () => "Correct the fields named; \"zenpulse report --help\" shows every option with examples."
	}),
	repository_file_invalid: entry({
		kind: "input",
		message: ({ source, problems }) => `The rules in ${source} cannot be used:${lines$1(problems)}`,
		nextStep: () => "Correct the fields named; \"zenpulse validate FILE\" checks the file alone."
	}),
	repository_not_found: entry({
		kind: "input",
		message: ({ path }) => `There is no folder "${path}".`,
		nextStep: () => "Give --repo the path of a git clone, such as \"--repo .\" or \"--repo ../shop\"."
	}),
	repository_not_git: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is not a git repository.`,
		nextStep: () => "Give --repo the top folder of a clone, or clone the repository first with \"git clone URL\"."
	}),
	repository_not_top: entry({
		kind: "input",
		message: ({ path, top }) => `"${path}" lies inside the clone at "${top}", it is not the clone itself.`,
		nextStep: ({ top }) => `Use "--repo ${top}"; to report on one folder of it, set includes.paths in its .github/zenpulse.yml.`
	}),
	repository_shallow: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is a shallow clone: merges before its cut are not there to be counted.`,
		nextStep: ({ path }) => `Run "git -C '${path}' fetch --unshallow --tags"; in a workflow set fetch-depth: 0 on actions/checkout.`
	}),
	repository_partial: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is a partial clone that lacks objects this report needs.`,
		nextStep: ({ path }) => `Run "git -C '${path}' fetch --refetch --filter=blob:limit=1m", which brings all folders, and files up to a megabyte, of all commits.`
	}),
	repository_alternates: entry({
		kind: "input",
		message: ({ path }) => `"${path}" borrows objects from another clone that is not there any more (.git/objects/info/alternates).`,
		nextStep: () => "Put that clone back, or clone the repository anew without --shared and --reference."
	}),
	repository_empty: entry({
		kind: "input",
		message: ({ path }) => `"${path}" has no commits on any branch.`,
		nextStep: () => "Fetch its history first (\"git fetch --all --tags\"), or report on another repository."
	}),
	repository_owner: entry({
		kind: "input",
		message: ({ path }) => `git refuses to read "${path}": the folder belongs to another user.`,
		nextStep: ({ path }) => `If you trust it: git config --global --add safe.directory "${path}"`
	}),
	repository_twice: entry({
		kind: "input",
		message: ({ key, paths }) => `Two repositories have the same key ${key}: ${paths.join(" and ")}.`,
		nextStep: () => "Name each repository once; a clone is keyed by its origin, else by its folder name."
	}),
	branch_unknown: entry({
		kind: "input",
		message: ({ branch, repository }) => `base_branch: ${repository} has no branch "${branch}".`,
		nextStep: ({ known }) => `Branches there: ${list(known, "none")}. If a clone lacks it, run "git fetch" there first, in a clone of a single branch "git remote set-branches origin '*'" before.`
	}),
	branch_of_queue: entry({
		kind: "input",
		message: ({ branch }) => `base_branch: "${branch}" is a branch of a merge queue; what waits there has not merged.`,
		nextStep: ({ target }) => target === null ? "Name the branch that the queue merges into." : `Name the branch it waits for: ${target}.`
	}),
	branch_undetermined: entry({
		kind: "input",
		message: ({ repository }) => `base_branch: the default branch of ${repository} cannot be told.`,
		nextStep: ({ known }) => `Name one with --base-branch: ${list(known, "none found")}.`
	}),
	tag_unknown: entry({
		kind: "input",
		message: ({ tag, repository }) => `tag_range: ${repository} has no tag "${tag}".`,
		nextStep: ({ known }) => `Newest tags there: ${list(known, "none")}. If a clone lacks it, run "git fetch --tags" there first.`
	}),
	tag_without_commit: entry({
		kind: "input",
		message: ({ tag, repository, kind }) => `tag_range: the tag "${tag}" of ${repository} names a ${kind}, not a commit, so no history leads there.`,
		nextStep: () => "Give a tag of a commit; \"git show --stat TAG\" shows what a tag names."
	}),
	tag_missing: entry({
		kind: "input",
		message: ({ repository, type }) => `${repository} has no version tag, which analysis_type ${type} starts from.`,
		nextStep: () => "Fetch tags (\"git fetch --tags\"), see that report.tags in .github/zenpulse.yml matches some where it is set, or use analysis_type shipped with a date_range."
	}),
	tag_range_reversed: entry({
		kind: "input",
		message: ({ base, head }) => `tag_range: ${base}..${head} runs backwards, ${head} is contained in ${base}.`,
		nextStep: ({ base, head }) => `Did you mean ${head}..${base}?`
	}),
	date_range_future: entry({
		kind: "input",
		message: ({ spec, start, now }) => `date_range: ${spec} starts at ${start}, but it is ${now} now.`,
		nextStep: () => "Give a range that has begun, such as 7d or 2026-11-01..2026-11-15."
	}),
	file_unreadable: entry({
		kind: "input",
		message: ({ path, cause }) => `"${path}" cannot be read (${cause}).`,
		nextStep: () => "Check the path and its permissions."
	}),
	output_unwritable: entry({
		kind: "input",
		message: ({ path, cause }) => `The run's files cannot be written to "${path}" (${cause}).`,
		nextStep: () => "Give --out a folder you may write to; nothing was left half written."
	}),
	git_missing: entry({
		kind: "input",
		message: () => "git is not installed, or not on the PATH.",
		nextStep: () => "Install git 2.33 or later from https://git-scm.com and try again."
	}),
	git_failed: entry({
		kind: "upstream",
		message: ({ command, status, stderr }) => `"git ${command}" failed (${status}): ${stderr || "it said nothing"}`,
		nextStep: () => "Run \"git fsck\" in the clone; if it is sound, please open an issue with this message."
	}),
	private_source: entry({
		kind: "input",
		message: ({ repository }) => `${repository} is private, but this run is hosted in a public repository, where its report would be public.`,
		nextStep: () => "Run the workflow in a private repository, or set allow_private_sources: true if that is meant."
	}),
	github_token_missing: entry({
		kind: "input",
		message: ({ repository }) => `There is no folder "${repository}", and no token to read it from GitHub.`,
		nextStep: ({ repository }) => `Set GITHUB_TOKEN in the environment (github_token in a workflow) to a token that may read ${repository}, or give the path of a clone.`
	})
};

// contract/error-catalogue.ts
/** Every error a user can meet: what failed and why, and the next step. */
const errorCatalogue = {
	...requestErrors,
	...actionErrors,
	...githubErrors,
	...modelErrors,
	...deliveryErrors,
	...appErrors,
	...dispatchErrors,
	...ownErrors
};

// contract/exit-codes.ts
/** Exit codes of the CLI; 0 is "done", 1 a fault of ZenPulse itself. */
const exitCodes = {
	internal: 1,
	input: 2,
	upstream: 3,
	refused: 4
};

// contract/zenpulse-error.ts
/** An error of the catalogue: code, data, what failed and why, and the next step. */
var ZenPulseError = class extends Error {
	name = "ZenPulseError";
	code;
	data;
	kind;
	nextStep;
	constructor(code, data, options) {
		const entry = errorCatalogue[code];
		super(entry.message(data), options);
		this.code = code;
		this.data = data;
		this.kind = entry.kind;
		this.nextStep = entry.nextStep(data);
	}
	get exitCode() {
		return exitCodes[this.kind];
	}
};
/** Any thrown value as an error of the catalogue; what is not ours becomes `unexpected` with its cause kept. */
function toZenPulseError(thrown) {
	if (thrown instanceof ZenPulseError) return thrown;
	const cause = thrown instanceof Error ? thrown.message : String(thrown);
	return new ZenPulseError("unexpected", { cause }, { cause: thrown });
}

// action/callback-payload.ts
const head = ({ requestId, pipelineRunId }) => ({
	contract_version: "1",
	request_id: requestId,
	pipeline_run_id: pipelineRunId
});
/** What a run that failed tells its caller. @param redact takes secrets out of what is told */
const failedPayload = (identity, error, artifact = null, redact = (text) => text) => ({
	...head(identity),
	status: "failed",
	artifact_uri: artifact?.uri ?? null,
	artifact_digest: artifact?.digest ?? null,
	results: null,
	error: {
		code: error.code,
		message: redact(error.message),
		next_step: redact(error.nextStep)
	}
});

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

// delivery/or-aborted.ts
/** A promise that cannot be stopped, left as soon as the signal is aborted. Rejects with the signal's reason then. */
async function orAborted(promise, signal) {
	const { promise: aborted, reject } = Promise.withResolvers();
	const onAbort = () => reject(signal.reason);
	if (signal.aborted) onAbort();
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
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

// contract/reading/visible-text.ts
/**
* Code points that show nothing, or change how others show: controls, format characters (zero-width, bidi, tags),
* private use, lone surrogates, and all that Unicode says to ignore when unknown (variation selectors, fillers,
* unassigned tags). The blank braille pattern is none of these and still shows nothing.
*/
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const hiddenAll = new RegExp(hidden.source, "gu");
const withoutHiddenCodePoints = (text) => text.replace(hiddenAll, "");
/** What most titles are: words of printable ASCII with one space between, which show as they stand. */
const plain = /^[!-~]+(?: [!-~]+)*$/;
/** Text as a reader sees it, on one line: hidden code points removed, white space folded. */
const seenText = (text) => plain.test(text) ? text : withoutHiddenCodePoints(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")).replace(/\s+/gu, " ").trim();
/**
* Untrusted text as one line a reader can trust to be all there is: hidden code points removed, white space
* folded. Emoji stay; those joined by zero-width joiners fall apart into their parts. A workflow runner is a reader
* too, and obeys `##[…]` anywhere in a line and `::` at its start: both are drawn apart.
*/
const visibleText = (text) => seenText(text).replaceAll("##[", "# #[").replace(/^::/, ": :");

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

// action/publish/set-failed.ts
/** Fails the step, with what to do next. */
const setFailed = ({ message, nextStep }) => setFailed$1(`${message}\nNext: ${nextStep}`);

// action/run-context.ts
const environment = object({
	GITHUB_API_URL: url().default("https://api.github.com"),
	GITHUB_GRAPHQL_URL: url().default("https://api.github.com/graphql"),
	GITHUB_SERVER_URL: url().default("https://github.com"),
	GITHUB_REPOSITORY: string().default(""),
	GITHUB_RUN_ID: string().default("0"),
	GITHUB_RUN_ATTEMPT: string().default("1"),
	GITHUB_EVENT_NAME: string().default(""),
	GITHUB_EVENT_PATH: string().optional(),
	GITHUB_WORKSPACE: string().default("."),
	RUNNER_TEMP: string()
});
const event = object({
	repository: object({
		default_branch: string().optional(),
		private: boolean().optional()
	}).optional(),
	inputs: record(string(), unknown$1()).nullish()
});
async function readEvent(path) {
	if (!path) return {};
	return event.parse(JSON.parse(await readFile(path, "utf8")));
}
/** An input of a dispatch, as text; an empty one is none. */
const inputOf = (inputs, name) => {
	const value = inputs[name];
	return typeof value === "string" ? value.trim() || null : null;
};
/** Reads the runner's variables and the event's file. */
async function readRunContext(variables) {
	const read = environment.parse(variables);
	const { repository, inputs } = await readEvent(read.GITHUB_EVENT_PATH);
	const dispatchInputs = read.GITHUB_EVENT_NAME === "workflow_dispatch" && inputs || {};
	return {
		address: {
			apiUrl: read.GITHUB_API_URL,
			graphqlUrl: read.GITHUB_GRAPHQL_URL
		},
		serverUrl: read.GITHUB_SERVER_URL,
		repository: read.GITHUB_REPOSITORY,
		runId: read.GITHUB_RUN_ID,
		attempt: read.GITHUB_RUN_ATTEMPT,
		tempFolder: read.RUNNER_TEMP,
		workspace: read.GITHUB_WORKSPACE,
		defaultBranch: repository?.default_branch ?? null,
		isPublic: repository?.private !== true,
		dispatched: {
			callbackUrl: inputOf(dispatchInputs, "callback_url"),
			webhookToken: inputOf(dispatchInputs, "webhook_token")
		}
	};
}
const pipelineRunIdOf = ({ runId, attempt }) => `${runId}-${attempt}`;
/** Web address of the run; reading it may need a login. */
const runUrl = ({ serverUrl, repository, runId }) => `${serverUrl}/${repository}/actions/runs/${runId}`;
/** Web address of an artifact of the run. */
const artifactUrl = (context, { id }) => `${runUrl(context)}/artifacts/${id}`;

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

// delivery/zenpulse/without-query.ts
/** Where a URL leads, as far as it may be shown: no query, fragment, user or password. Not even that, if it is none. */
function withoutQuery(url) {
	const { origin, pathname } = URL.parse(url) ?? {
		origin: "(not a URL)",
		pathname: ""
	};
	return origin + pathname;
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

// contract/reading/text-pieces.ts
const codeInText = /(?<!`)(?<fence>`+)(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)/gu;
/** Punctuation around a word that may stay outside its code. */
const wrapped = /^(?<open>["'“‘([{<]*)(?<core>.*?)(?<close>["'”’)\]}>.,;:!?…]*)$/u;
function piecesOfWord(word, live) {
	const { open = "", core = "", close = "" } = wrapped.exec(word)?.groups ?? {};
	if (!live.some((pattern) => pattern.test(core.normalize("NFKC")))) return [{
		isCode: false,
		text: word
	}];
	return [
		{
			isCode: false,
			text: open
		},
		{
			isCode: true,
			text: core
		},
		{
			isCode: false,
			text: close
		}
	];
}
const piecesOfProse = (text, live) => text.split(/(\s+)/u).flatMap((part) => /^\s*$/u.test(part) ? [{
	isCode: false,
	text: part
}] : piecesOfWord(part, live));
/** Two pieces of code that touch would read as one broken piece. */
function joinTouching(pieces) {
	const joined = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (last && last.isCode === piece.isCode) joined[joined.length - 1] = {
			...last,
			text: last.text + piece.text
		};
		else joined.push(piece);
	}
	return joined;
}
/**
* Untrusted visible text cut into prose and code: code in back-ticks, without them, and every word that a medium would
* make live. Neighbours differ in kind, and none is empty.
* @param live what makes a word a link, a mention or a reference in that medium
*/
function textPieces(text, live) {
	const pieces = [];
	let from = 0;
	for (const match of text.matchAll(codeInText)) {
		pieces.push(...piecesOfProse(text.slice(from, match.index), live));
		pieces.push({
			isCode: true,
			text: match.groups?.["code"]?.trim() ?? ""
		});
		from = match.index + match[0].length;
	}
	pieces.push(...piecesOfProse(text.slice(from), live));
	return joinTouching(pieces.filter((piece) => piece.text !== ""));
}

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

// action/publish/upload-artifact.ts
/** Writes a run's files to a folder. @returns the path of each by its name */
async function writeFiles(folder, files) {
	await mkdir(folder, { recursive: true });
	const paths = new Map(files.map(({ name }) => [name, join(folder, name)]));
	await Promise.all(files.map(({ name, content }) => writeFile(join(folder, name), content)));
	return paths;
}
/** The client of the storage throws some answers without a word. */
const statusOf = (error) => "statusCode" in error ? `the storage answered ${String(error.statusCode)}` : error.name;
/**
* Stores files as a workflow artifact.
* @param name unique in the run, attempts included: artifacts cannot be replaced
* @throws ZenPulseError `artifact_failed`
*/
async function uploadArtifact(name, folder, paths, retentionDays) {
	try {
		const { DefaultArtifactClient } = await import("./artifact.js");
		const options = retentionDays === void 0 ? {} : { retentionDays };
		const { id, digest } = await new DefaultArtifactClient().uploadArtifact(name, [...paths], folder, options);
		if (id === void 0 || digest === void 0) throw new Error("the service gave no id or no digest");
		return {
			id: String(id),
			digest: `sha256:${digest}`
		};
	} catch (error) {
		const cause = error instanceof Error ? error.message || statusOf(error) : String(error);
		throw new ZenPulseError("artifact_failed", { cause }, { cause: error });
	}
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

// action/deliver/delivery-inputs.ts
const hasSlack = ({ slack_webhook_url: webhook, slack_bot_token: token }) => webhook !== void 0 || token !== void 0;
/** False when there is nowhere to deliver to: then nothing of the delivery is loaded. */
const hasTarget = (inputs) => inputs.callback_url !== void 0 || hasSlack(inputs);

// contract/date-range.ts
const hoursOf = {
	h: 1,
	d: 24,
	w: 168
};
const dayMs = 864e5;
const accepts = "accepts 7d, 2w or 36h; 2026-11-01..2026-11-15 (both days counted, UTC); or two ISO instants joined by \"..\"";
const isDay = (text) => date().safeParse(text).success;
const isInstant = (text) => datetime({ offset: true }).safeParse(text).success;
/** The instant a bound stands for; a bare day is its midnight in UTC, as an end the midnight after it. */
function boundOf(text, isEnd) {
	if (isDay(text)) return Date.parse(`${text}T00:00:00Z`) + (isEnd ? dayMs : 0);
	return isInstant(text) ? Date.parse(text) : null;
}
const toInstant = (ms) => new Date(ms).toISOString().replace(".000Z", "Z");
function parseDateRange(spec, refuse) {
	const last = /^([1-9]\d{0,4})([hdw])$/.exec(spec);
	if (last) return {
		spec,
		hours: Number(last[1]) * hoursOf[last[2]]
	};
	const [startText = "", endText = "", ...rest] = spec.split("..");
	const start = boundOf(startText, false);
	const end = endText === "" ? null : boundOf(endText, true);
	if (!(spec.includes("..") && rest.length === 0 && start !== null) || endText !== "" && end === null) {
		refuse(accepts);
		return NEVER;
	}
	if (end !== null && end <= start) {
		refuse(`accepts a range that starts before it ends${end < start ? `; did you mean ${endText}..${startText}?` : ""}`);
		return NEVER;
	}
	return {
		spec,
		start: toInstant(start),
		end: end === null ? null : toInstant(end)
	};
}
/** Parses `7d`, `2026-11-01..2026-11-15` and pairs of ISO instants. */
const dateRange = string({ error: accepts }).transform((spec, context) => parseDateRange(spec.trim(), (message) => context.addIssue({
	code: "custom",
	message
})));

// contract/pulse-request.ts
/** Presets every writer knows; anything else is free text for a model. */
const tonePresets = [
	"neutral",
	"friendly",
	"executive",
	"technical"
];
const analysisTypes = [
	"shipped",
	"release",
	"upcoming"
];
const pullRequestReference = string().regex(/^(?:(?:[\w.-]+\/[\w.-]+)?#)?[1-9]\d{0,9}$/, "accepts 12, #12 or owner/name#12");
const branchName = string().max(255).regex(/^(?!-)(?!.*\.\.)(?!.*[\s~^:?*[\\\p{Cc}])(?!.*@\{).+(?<![./])$/u, "accepts a branch name, such as main or release/1.x");
const tagRange = string().regex(/^(?!-)(?!\.\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+(?:\.\.(?!\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+)?$/u, "accepts v1.2.0..v1.3.0, one tag (from the previous tag of its series), or owner/name@v1..v2");
/**
* What to report on. One set of fields for the action's inputs, the CLI's options and the Compose form:
* snake_case on the wire, kebab-case as CLI options.
*/
const pulseRequestFields = {
	repo: listOf(string().min(1).max(4096)).describe("Repository as owner/name, or on the CLI a path to a git clone. Several make one report."),
	base_branch: branchName.optional().describe("Branch the pull requests merged into. Default: the default branch."),
	date_range: dateRange.optional().describe("7d, 2026-11-01..2026-11-15, or ISO instants joined by \"..\". Default: the last 7 days."),
	tag_range: listOf(tagRange).optional().describe("v1.2.0..v1.3.0, or one tag: from the previous tag of its series. Excludes date_range."),
	analysis_type: _enum(analysisTypes, { error: `accepts ${analysisTypes.join(", ")}` }).default("shipped").describe("shipped: what merged. release: notes for a tag. upcoming: merged since the last release."),
	tone: text$1(200).optional().describe(`${tonePresets.join(", ")}, or free text (needs a model). Default: the repository file's, else neutral.`),
	custom_prompt: text$1(4e3).optional().describe("Further wishes for the writer (needs a model)."),
	ignored_prs: listOf(pullRequestReference).default([]).describe("Pull requests to leave out: 12,13; with several repositories owner/name#12."),
	trigger_prs: listOf(pullRequestReference).default([]).describe("Pull requests the trigger knows of; joined to the window."),
	llm_model: text$1(200).default("embedded").describe("A model's name, or embedded: no network, no key."),
	llm_api: _enum([
		"auto",
		"chat",
		"responses"
	], { error: "accepts auto, chat, responses" }).default("auto").describe("Which API the model is called through: auto, chat or responses."),
	max_iterations: wholeNumber(1, 10).default(3).describe("Rounds the agent may take, 1 to 10."),
	max_tokens: wholeNumber(1e3, 1e7).default(2e5).describe("Token budget of one run."),
	dry_run: flag.default(false).describe("Do all but write: check inputs, count what merged, report \"validated\"."),
	callback_url: httpUrl.optional().describe("Where the action sends the result."),
	request_id: string().regex(/^[\w.:-]{1,128}$/, "accepts 1 to 128 letters, digits and _ . : -").optional().describe("Identifies the request from dispatch to callback. Default: a new id."),
	webhook_token: text$1(512).optional().describe("One-time token for the action's callback, where OIDC cannot serve.")
};
const pulseRequestObject = strictObject(pulseRequestFields);
function checkRanges(request, context) {
	const refuse = (field, message) => context.addIssue({
		code: "custom",
		path: [field],
		message,
		input: request[field]
	});
	const { analysis_type: type, date_range: dates, tag_range: tags } = request;
	if (dates && tags) refuse("date_range", "accepts a value only without tag_range; give one of the two");
	if (dates && type !== "shipped") refuse("date_range", `accepts no value when analysis_type is ${type}`);
	if (tags && type === "upcoming") refuse("tag_range", "accepts no value when analysis_type is upcoming");
	if (request.repo.length === 0) refuse("repo", "accepts at least one repository");
}
const pulseRequest = pulseRequestObject.superRefine(checkRanges).meta({
	title: "ZenPulse pulse request",
	description: "What to report on."
});

// action/read-inputs.ts
/** A field's input as the runner hands it over: `INPUT_` and its name in capitals; empty means not given. */
const given = (variables, fields) => Object.fromEntries(fields.flatMap((field) => {
	const value = variables[`INPUT_${field.toUpperCase()}`]?.trim();
	return value ? [[field, value]] : [];
}));
/** Values that must never be printed, to be masked before anything else happens. */
const secretsIn = (variables) => Object.values(given(variables, [...secretInputs]));

// contract/primitives.ts
/** `owner/name`, or `local/<folder>` for a clone without a recognisable origin. */
const repositoryKey = string().regex(/^[\w.-]+\/[\w.-]+$/, "accepts owner/name");
/** `owner/name#number`: bare numbers collide as soon as two repositories are in one report. */
const pullRequestKey = string().regex(/^[\w.-]+\/[\w.-]+#[1-9]\d*$/, "accepts owner/name#number");
/** A full object name, SHA-1 or SHA-256. */
const commitSha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "accepts a full commit SHA in lower-case hex");
/** An instant in UTC to the second or finer, such as `2026-11-01T09:00:00Z`. */
const instant = datetime({ error: "accepts an ISO 8601 instant in UTC" });
/** A lower-case hex SHA-256, without a prefix. */
const sha256Hex = string().regex(/^[0-9a-f]{64}$/, "accepts a SHA-256 in lower-case hex");

// contract/outline.ts
const reference = strictObject({
	label: string().describe("As it is cited: #12, owner/name#12 among several repositories, or a short commit."),
	url: string().nullable().describe("Its web address; null when there is none.")
});
const item = strictObject({
	text: string().describe("What changed."),
	references: array(reference).describe("The pull requests or the commit it tells of."),
	authors: array(string()).describe("Logins or names, without an @.")
});
const section = strictObject({
	title: string().describe("Heading."),
	items: array(item).describe("In the order of the report."),
	note: string().nullable().describe("What a cap left out; null when all is there.")
});
/**
* How a report reads, whatever shows it: markdown, a terminal or Slack. All text is one visible line but not
* escaped: each medium does that in its own way.
*/
const outline = strictObject({
	warnings: array(string()).optional().describe("What a reader must know before anything else; absent when there is nothing of the kind."),
	headline: string().describe("One line that tells the most important."),
	context: array(string()).describe("Repositories, branch or tags, dates and the number of pull requests, in that order."),
	summary: string().describe("A few sentences."),
	sections: array(section).describe("What changed, by kind or by rule."),
	notes: array(string()).describe("What a reader must know of how the report came about.")
});

// contract/run-status.ts
/** How a run can end. */
const runStatuses = [
	"completed",
	"no_changes",
	"failed",
	"validated"
];

// contract/callback-payload.ts
const count = int().nonnegative();
const metrics = strictObject({
	preflight_merged_pr_count: count.describe("Pull requests that merged in the window, before any rule."),
	included_pr_count: count.describe("Of these, the ones in the report."),
	direct_push_count: count.describe("Commits in the report that no pull request brought."),
	report_length_chars: count.describe("Length of summary_message in characters (UTF-16 units)."),
	model_call_count: count.describe("Calls made to the model."),
	tool_call_count: count.describe("Tool calls the model made."),
	input_tokens: count.describe("Tokens sent to the model."),
	output_tokens: count.describe("Tokens the model answered with."),
	step_ms: record(string(), count).describe("Wall time by name of the step, in milliseconds.")
});
const results = strictObject({
	summary_message: string().nullable().describe("The report as markdown; null when none was written."),
	outline: outline.nullable().describe("The same report by its parts, for media other than markdown; null when none was written."),
	included_pull_requests: array(pullRequestKey).describe("Keys of all pull requests the report tells of, so that its caller can keep a ledger."),
	metrics: metrics.describe("Counts, tokens and times."),
	timeframe: strictObject({
		start: instant.nullable().describe("Start of the window; null when not known."),
		end: instant.nullable().describe("End of the window, exclusive; null when not known."),
		base: string().nullable().describe("Tag or branch the range starts from; null without one."),
		head: string().nullable().describe("Tag or branch the range ends with; null without one.")
	}).describe("What was looked at."),
	degraded: string().nullable().describe("Why a plainer writer had to take over; null when none had to."),
	complete: boolean().describe("False when a repository could not be read in full; then a person looks before anything is posted.")
});
/** What a finished run tells its caller; the CLI prints it with `--json`. */
const callbackPayload = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	request_id: string().describe("The request this answers."),
	pipeline_run_id: string().describe("Run id and attempt, joined by a dash."),
	status: _enum(runStatuses).describe("completed, no_changes (nothing to report), validated (a dry run) or failed."),
	artifact_uri: string().nullable().describe("Where the files of the run are; null when none were kept."),
	artifact_digest: string().nullable().describe("Digest of the artifact as sha256:…, on the CLI that of lineage.json; null without files."),
	results: results.nullable().describe("What came of it; null when the run failed."),
	error: strictObject({
		code: string().describe("Code from the error catalogue."),
		message: string().describe("What failed and why."),
		next_step: string().describe("What to do about it.")
	}).nullable().describe("Why the run failed; null when it did not.")
}).meta({
	title: "ZenPulse callback payload",
	description: "What a finished run tells its caller."
});

// action/report-back/read-handover.ts
const invalid = (what) => new ZenPulseError("handover_invalid", { what });
function parse(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new ZenPulseError("handover_invalid", { what: "payload is not JSON" }, { cause: error });
	}
	const parsed = callbackPayload.safeParse(value);
	if (parsed.success) return parsed.data;
	const places = parsed.error.issues.map(({ path }) => ["payload", ...path].join("."));
	throw invalid(`this version cannot read ${[...new Set(places)].join(", ")}`);
}
/** An earlier attempt of this run counts: when failed jobs are run again, the others hand on what they had. */
function isOfThisRun(pipelineRunId, { runId, attempt }) {
	const [, id, ofAttempt] = /^(\d+)-(\d+)$/.exec(pipelineRunId) ?? [];
	return id === runId && Number(ofAttempt) <= Number(attempt);
}
function requireConsistent(payload, handed, run) {
	const { status, artifact_uri: uri, artifact_digest: digest, results, error } = payload;
	if (!isOfThisRun(payload.pipeline_run_id, run)) throw invalid("payload.pipeline_run_id is of another run");
	if (handed.request_id !== void 0 && handed.request_id !== payload.request_id) throw invalid("payload.request_id is not request_id");
	if (status === "failed" !== (results === null) || status === "failed" !== (error !== null)) throw invalid(`payload.status is ${status}, but what goes with it is not there`);
	const ownUri = handed.artifact_id === void 0 ? null : run.artifactUrl({ id: handed.artifact_id });
	if (uri !== ownUri) throw invalid("payload.artifact_uri is not the address of artifact_id");
	if (digest !== (handed.artifact_digest ?? null)) throw invalid("payload.artifact_digest is not artifact_digest");
	if (status === "completed" && (ownUri === null || digest === null)) throw invalid("there is a report, but no artifact_id or artifact_digest");
}
/**
* What the job that wrote the report says of it, still without the report's text.
* @throws ZenPulseError `run_ended` when that job came to no end · `handover_missing`, `handover_invalid`
*/
function readHandover(handed, run) {
	const { payload: text, job_result: result } = handed;
	if (text === void 0) {
		if (result === void 0 || result === "success") throw new ZenPulseError("handover_missing", {});
		throw new ZenPulseError("run_ended", { result });
	}
	const payload = parse(text);
	requireConsistent(payload, handed, run);
	return payload;
}

// contract/action-outputs.ts
/** How the delivery went, in the action and in the one that reports back. */
const deliveryOutputFields = {
	callback_state: _enum([
		"delivered",
		"refused",
		"exhausted",
		""
	]).describe("delivered, refused (by the receiver) or exhausted (no try got through); empty without a callback."),
	slack_state: _enum([
		"sent",
		"failed",
		"unknown",
		"withheld",
		""
	]).describe("sent, failed, unknown (it may have been posted: a person looks) or withheld (an incomplete report, or one that only the App posts); empty where nothing was to be posted."),
	dead_letter_url: string().describe("Web address of the artifact that keeps an undelivered callback; empty without one.")
};
/** What later steps and jobs of the workflow get; every value is a string there. */
const actionOutputFields = {
	status: _enum(runStatuses).describe("completed, no_changes (nothing to report), validated (a dry run) or failed."),
	has_changes: _enum(["true", "false"]).describe("true when there was something to report."),
	summary_message: string().describe("The report as markdown; empty when none was written."),
	report_path: string().describe("Path of report.md on the runner; empty when none was written."),
	artifact_id: string().describe("Id of the run artifact, by which another job fetches it; empty without one."),
	artifact_url: string().describe("Web address of the run artifact; empty when nothing was uploaded."),
	artifact_digest: string().describe("Digest of the run artifact, as sha256:…; empty without one."),
	pipeline_run_id: string().describe("Id and attempt of the workflow run, joined by a dash."),
	metrics: string().describe("Counts, tokens and times of the run, as JSON; see docs/contract.md."),
	payload: string().describe("The callback payload as JSON for the job that reports back, also when the run failed; without the text of the report, which that job takes from the artifact."),
	...deliveryOutputFields
};

// contract/report-back-inputs.ts
/** How GitHub says that a job ended, in `needs.<job>.result`. */
const jobResults = [
	"success",
	"failure",
	"cancelled",
	"skipped"
];
/**
* Inputs of the action that reports back from a job of its own. The one-time token is none of them: the runner prints
* what stands under `with:` before anything can mask it, so it is read from the event.
*/
const reportBackInputFields = {
	payload: string().optional().describe("Output payload of the job that wrote the report. Default: that job came to no end."),
	job_result: _enum(jobResults, { error: `accepts ${jobResults.join(", ")}` }).optional().describe("How that job ended: needs.<job>.result. It tells why there is no payload."),
	artifact_id: string().regex(/^[1-9]\d{0,14}$/, "accepts the number of an artifact").optional().describe("Output artifact_id of that job: the artifact that holds the report."),
	artifact_digest: string().regex(/^sha256:[\da-f]{64}$/, "accepts sha256: and 64 hex digits").optional().describe("Output artifact_digest of that job: what the artifact must be."),
	callback_url: pulseRequestFields.callback_url,
	request_id: pulseRequestFields.request_id,
	slack_webhook_url: actionInputFields.slack_webhook_url,
	slack_bot_token: actionInputFields.slack_bot_token,
	slack_channel: actionInputFields.slack_channel,
	slack_api_url: actionInputFields.slack_api_url,
	callback_allowed_hosts: actionInputFields.callback_allowed_hosts,
	callback_signing_secret: actionInputFields.callback_signing_secret,
	retention_days: actionInputFields.retention_days.describe("Days the artifact with an undelivered callback is kept. Default: the repository's setting.")
};
const reportBackInputs = strictObject(reportBackInputFields).superRefine(checkSlack).meta({
	title: "ZenPulse report-back inputs",
	description: "What the job that reports back is handed."
});

// action/report-back/read-report-back-inputs.ts
/** @throws ZenPulseError `inputs_invalid` with every problem at once */
function readReportBackInputs(variables) {
	const raw = given(variables, Object.keys(reportBackInputFields));
	const parsed = reportBackInputs.safeParse(raw);
	if (parsed.success) return parsed.data;
	throw new ZenPulseError("inputs_invalid", { problems: problemsOf(parsed.error, raw) });
}

// action/report-back/runner.ts
const noOutputs = {
	callback_state: "",
	slack_state: "",
	dead_letter_url: ""
};
async function withArtifact(payload, { artifact_id: id, artifact_digest: digest }, context, newId) {
	if (payload.status !== "completed" || id === void 0 || digest === void 0) return payload;
	const [{ fetchArtifact }, { checkArtifact }] = await Promise.all([import("./fetch-artifact.js"), import("./check-artifact.js")]);
	const folder = join(context.tempFolder, `zenpulse-report-${newId()}`);
	return checkArtifact(await group("Run artifact", () => fetchArtifact(id, digest, folder)), payload);
}
/** What there is to tell; whatever stands in the way of a report is news as well. */
async function gatherNews(inputs, context, newId) {
	try {
		return {
			payload: await withArtifact(readHandover(inputs, {
				...context,
				artifactUrl: (artifact) => artifactUrl(context, artifact)
			}), inputs, context, newId),
			isQuiet: false,
			failure: null
		};
	} catch (thrown) {
		const error = toZenPulseError(thrown);
		const pipelineRunId = pipelineRunIdOf(context);
		const identity = {
			requestId: inputs.request_id ?? pipelineRunId,
			pipelineRunId
		};
		return {
			payload: failedPayload(identity, error),
			isQuiet: error.code !== "run_ended" && error.code !== "artifact_unavailable",
			failure: error.code === "run_ended" ? null : error
		};
	}
}
/**
* Reports back what another job of the run came to: masks, reads what was handed on, checks the artifact, delivers.
* It fails when that could not be trusted or delivered, not because the other job did.
*/
async function reportBack(edges) {
	for (const secret of secretsIn(edges.variables)) setSecret(secret);
	for (const [name, value] of Object.entries(noOutputs)) setOutput(name, value);
	try {
		const context = await readRunContext(edges.variables);
		const { webhookToken } = context.dispatched;
		if (webhookToken !== null) setSecret(webhookToken);
		const inputs = readReportBackInputs(edges.variables);
		if (!hasTarget(inputs)) {
			notice("There is no callback_url and no Slack input, so nothing is delivered.");
			return;
		}
		const { payload, isQuiet, failure } = await gatherNews(inputs, context, edges.newId);
		const delivered = {
			...inputs,
			webhook_token: webhookToken ?? void 0
		};
		await deliverRun({
			payload,
			inputs: delivered,
			context,
			isQuiet
		}, edges);
		if (failure) setFailed(failure);
	} catch (thrown) {
		setFailed(toZenPulseError(thrown));
	}
}

export { int as C, strictObject as D, record as E, string as O, boolean as S, literal as T, HttpClient as _, repositoryKey as a, _enum as b, seenText as c, debug as d, error as f, proxiedFetch as g, warning as h, pullRequestKey as i, visibleText as l, setSecret as m, commitSha as n, sha256Hex as o, info as p, instant as r, analysisTypes as s, reportBack as t, ZenPulseError as u, HttpCodes as v, json as w, array as x, fetch as y };