/** How page and browser shell speak: `POST /verbs/<service>/<verb>`, both ways in this type. */
export const loopbackMediaType = 'application/msgpack';

/** Where verbs are asked, before `<service>/<verb>`. */
export const loopbackVerbsPath = '/verbs/';

/** Largest body of one request in bytes: a scan of many pages, with room to spare. */
export const loopbackBodyLimit = 64 * 1024 * 1024;
