/** The table of RFC 2268, 2: digits of pi, shuffled. */
const table = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

/** The 64 words of a key; its effective length is its whole length (RFC 2268, 2). */
function expand(key: Uint8Array): Uint16Array {
  const bytes = Buffer.alloc(128);
  bytes.set(key);
  for (let index = key.length; index < 128; index += 1) {
    bytes[index] = table[((bytes[index - 1] ?? 0) + (bytes[index - key.length] ?? 0)) & 255] ?? 0;
  }
  const from = 128 - key.length;
  bytes[from] = table[bytes[from] ?? 0] ?? 0;
  for (let index = from - 1; index >= 0; index -= 1) {
    bytes[index] = table[(bytes[index + 1] ?? 0) ^ (bytes[index + key.length] ?? 0)] ?? 0;
  }
  const words = Uint16Array.from({ length: 64 }, (_, index) => bytes.readUInt16LE(index * 2));
  bytes.fill(0);
  return words;
}

const shifts = [1, 2, 3, 5] as const;

/** One block back to what it was (RFC 2268, 4). `words` are changed in place. */
function openBlock(words: Uint16Array, key: Uint16Array): void {
  let place = 63;
  const word = (index: number): number => words[(index + 4) & 3] ?? 0;
  const mix = (): void => {
    for (let index = 3; index >= 0; index -= 1) {
      const shift = shifts[index] ?? 1;
      const turned = (word(index) >>> shift) | (word(index) << (16 - shift));
      const one = word(index - 1);
      words[index] =
        turned - (key[place] ?? 0) - (one & word(index - 2)) - (~one & 0xffff & word(index - 3));
      place -= 1;
    }
  };
  const mash = (): void => {
    for (let index = 3; index >= 0; index -= 1) {
      words[index] = word(index) - (key[word(index - 1) & 63] ?? 0);
    }
  };
  for (const rounds of [5, 6, 5]) {
    for (let round = 0; round < rounds; round += 1) mix();
    if (place > 0) mash();
  }
}

/**
 * Opens RC2 in CBC mode. Old key files (Windows, OpenSSL 1) seal their certificates with it, and
 * today's OpenSSL no longer opens it without a module that is not everywhere. Padding is left on.
 */
export function openRc2Cbc(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Buffer {
  const schedule = expand(key);
  const input = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const plain = Buffer.alloc(sealed.length - (sealed.length % 8));
  const words = new Uint16Array(4);
  for (let at = 0; at < plain.length; at += 8) {
    for (let index = 0; index < 4; index += 1) words[index] = input.readUInt16LE(at + index * 2);
    openBlock(words, schedule);
    for (let index = 0; index < 8; index += 1) {
      const byte = ((words[index >> 1] ?? 0) >> ((index & 1) * 8)) & 0xff;
      const before = at === 0 ? (iv[index] ?? 0) : (input[at - 8 + index] ?? 0);
      plain[at + index] = byte ^ before;
    }
  }
  schedule.fill(0);
  return plain;
}
