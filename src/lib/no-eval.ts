/**
 * zod tries whether it may compile code, in the page too, where the policy refuses it: caught, and still a violation on record at every load. Told
 * before the first schema is made, it does not try. The global is zod's own (zod/v4/core/core.js); zod itself is not fetched for it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
