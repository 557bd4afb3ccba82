import { decode } from '@msgpack/msgpack';

/** What a message may claim before it is taken apart. */
const limits = {
  /** Containers inside each other; the deepest input of the contract has five. */
  depth: 32,
  /** Elements and pairs of all containers together. */
  items: 1_000_000,
} as const;

/**
 * A message of the page taken apart; undefined when it is no MessagePack, or claims more than it
 * holds. The decoder makes room for what a container claims before it has seen it, so that a few
 * bytes could order gigabytes: every claim is held against the bytes there are first.
 */
export function readMessage(bytes: Uint8Array): { readonly value: unknown } | undefined {
  if (!isPlausible(bytes)) return undefined;
  try {
    return { value: decode(bytes) };
  } catch {
    return undefined;
  }
}

/** A value's head: bytes of the head, bytes of its content, and how many values lie inside. */
interface Head {
  readonly size: number;
  readonly content: number;
  readonly inside: number;
}

/** Whether claimed lengths fit the bytes, and depth and number of values their limits. */
export function isPlausible(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** How many values are still to come in each open container. */
  const open: number[] = [1];
  let place = 0;
  let items = 0;
  for (;;) {
    while (open.at(-1) === 0) open.pop();
    const last = open.length - 1;
    if (last < 0) return place === bytes.length;
    open[last] = (open[last] ?? 0) - 1;
    const head = readHead(view, place);
    if (head === undefined) return false;
    place += head.size + head.content;
    items += head.inside;
    // Every value inside takes at least a byte.
    if (items > limits.items || place + head.inside > bytes.length) return false;
    if (head.inside > 0) open.push(head.inside);
    if (open.length > limits.depth) return false;
  }
}

/** After the format's own table: github.com/msgpack/msgpack/blob/master/spec.md. */
function readHead(view: DataView, place: number): Head | undefined {
  if (place >= view.byteLength) return undefined;
  const byte = view.getUint8(place);
  if (byte <= 0x7f || byte >= 0xe0) return { size: 1, content: 0, inside: 0 };
  if (byte <= 0x8f) return { size: 1, content: 0, inside: (byte & 0x0f) * 2 };
  if (byte <= 0x9f) return { size: 1, content: 0, inside: byte & 0x0f };
  if (byte <= 0xbf) return { size: 1, content: byte & 0x1f, inside: 0 };
  const [width, fixed, kind] = heads[byte - 0xc0] ?? [];
  if (width === undefined || fixed === undefined) return undefined;
  if (place + 1 + width > view.byteLength) return undefined;
  const length =
    width === 0
      ? 0
      : width === 1
        ? view.getUint8(place + 1)
        : width === 2
          ? view.getUint16(place + 1)
          : view.getUint32(place + 1);
  const size = 1 + width;
  if (kind === 'array') return { size, content: 0, inside: length };
  if (kind === 'map') return { size, content: 0, inside: length * 2 };
  return { size, content: length + fixed, inside: 0 };
}

/** From 0xc0 on: bytes of the length, bytes of content besides, and what kind of container. */
const heads: readonly (readonly [width?: number, fixed?: number, kind?: 'array' | 'map'])[] = [
  [0, 0], // nil
  [], // never used
  [0, 0], // false
  [0, 0], // true
  [1, 0], // bin 8, 16, 32
  [2, 0],
  [4, 0],
  [1, 1], // ext 8, 16, 32: a type besides
  [2, 1],
  [4, 1],
  [0, 4], // float 32, 64
  [0, 8],
  [0, 1], // uint 8, 16, 32, 64
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 1], // int 8, 16, 32, 64
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 2], // fixext 1, 2, 4, 8, 16
  [0, 3],
  [0, 5],
  [0, 9],
  [0, 17],
  [1, 0], // str 8, 16, 32
  [2, 0],
  [4, 0],
  [2, 0, 'array'],
  [4, 0, 'array'],
  [2, 0, 'map'],
  [4, 0, 'map'],
];
