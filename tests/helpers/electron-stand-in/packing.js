/** Copies values between worlds as JSON, bytes included; both worlds load this first. */
globalThis.standInPacking = {
  pack: (value) =>
    JSON.parse(
      JSON.stringify(value ?? null, (_key, inner) =>
        inner instanceof Uint8Array ? { standInBytes: Array.from(inner) } : inner,
      ),
    ),
  unpack: (value) =>
    JSON.parse(JSON.stringify(value ?? null), (_key, inner) =>
      inner !== null && Array.isArray(inner.standInBytes)
        ? Uint8Array.from(inner.standInBytes)
        : inner,
    ),
};
