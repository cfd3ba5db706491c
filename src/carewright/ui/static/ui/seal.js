// Seals a bid in the browser, before anything of it leaves: the format of docs/reference/sealing.md.
// Needs ./vendor/libsodium.js and ./vendor/libsodium-wrappers.js before it. It sends nothing, keeps
// nothing and asks nothing of the page; a page calls carewrightSealing.sealFile and .manifest.
(() => {
  "use strict";

  const MIB = 1024 * 1024;
  const SMALL_STEPS = [64 * 1024, 256 * 1024, MIB];
  const MOST_FILE_BYTES = 511 * MIB;
  const MOST_MANIFEST_BYTES = 4096;
  const MANIFEST = "carewright-manifest/1";
  const MOST_NAME_BYTES = 200;
  // Control characters, ends of lines, marks that turn the direction, and what some disks refuse.
  const NO_NAME = /^\.|[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\p{Cs}/\\:*?"<>|]/u;
  const encode = (text) => new TextEncoder().encode(text);

  // RFC 8785 for what we write: strings, whole numbers, null, lists, and members in order.
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
  }

  function toText(raw) {
    return sodium.to_base64(raw, sodium.base64_variants.URLSAFE_NO_PADDING);
  }

  function fromText(text) {
    return sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);
  }

  // The 32 bytes of a key written as x25519:..., ed25519-private:...; another kind is refused.
  function readKey(kind, text) {
    const [named, encoded] = text.trim().split(":");
    const raw = named === kind ? fromText(encoded) : [];
    if (raw.length !== 32) throw new Error(`What is wanted is a key that begins with ${kind}:`);
    return raw;
  }

  function bigEndian(number, size) {
    const bytes = new Uint8Array(size);
    for (let at = size - 1; at >= 0; at -= 1) {
      bytes[at] = number % 256;
      number = Math.floor(number / 256);
    }
    return bytes;
  }

  function joined(...parts) {
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  // Sizes are raised to steps, so that the size of a price tells nothing.
  function stepped(size) {
    return SMALL_STEPS.find((step) => size <= step) ?? Math.ceil(size / MIB) * MIB;
  }

  // A piece of what is sealed: what is said of the file, the file, noughts.
  async function pieceOf(file, front, number, size) {
    const begins = number * MIB;
    const piece = new Uint8Array(Math.min(MIB, size - begins));
    const held = number === 0 ? front.length : 0;
    const from = begins + held - front.length;
    if (held) piece.set(front);
    const part = file.slice(from, from + piece.length - held);
    piece.set(new Uint8Array(await part.arrayBuffer()), held);
    return piece;
  }

  function drawnFor(publicKey) {
    const fileKey = sodium.randombytes_buf(32);
    return {
      fileKey,
      sealedKey: sodium.crypto_box_seal(fileKey, publicKey),
      noncePrefix: sodium.randombytes_buf(20),
    };
  }

  // Seals one file. `binding` holds tender, lot, supplier, version, slot and envelope. What is drawn
  // at random is handed in by tests alone. Gives the sealed file as a Blob, its digest and its size.
  async function sealFile(file, name, binding, publicKey, drawn) {
    if (file.size < 1 || file.size > MOST_FILE_BYTES) {
      throw new Error(`${name} is empty, or larger than 511 MiB.`);
    }
    if (NO_NAME.test(name) || !name || encode(name).length > MOST_NAME_BYTES) {
      throw new Error(`${name}: rename the file with letters, digits, spaces, dots and hyphens.`);
    }
    const { fileKey, sealedKey, noncePrefix } = drawn ?? drawnFor(readKey("x25519", publicKey));
    const said = encode(canonical({ name, size: file.size }));
    const front = joined(bigEndian(said.length, 2), said);
    const size = stepped(front.length + file.size);
    const label = encode(canonical({ format: "carewright-envelope/1", ...binding }));
    const header = joined(
      encode("CWSEAL"), bigEndian(1, 1), bigEndian(label.length, 2), label, sealedKey, noncePrefix,
      bigEndian(size, 8),
    );
    const pieces = Math.ceil(size / MIB);
    const parts = [new Blob([header])];
    for (let number = 0; number < pieces; number += 1) {
      const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        await pieceOf(file, front, number, size),
        joined(header, bigEndian(number, 4), bigEndian(pieces, 4)),
        null,
        joined(noncePrefix, bigEndian(number, 4)),
        fileKey,
      );
      parts.push(new Blob([sealed])); // a blob may leave memory, an array may not
    }
    const blob = new Blob(parts);
    return { blob, digest: await digestOf(blob), size: blob.size };
  }

  // SHA-256 is the browser's own, which takes its input whole: a file of 25 MB needs as much memory.
  async function digestOf(blob) {
    const content = await blob.arrayBuffer();
    return toText(new Uint8Array(await crypto.subtle.digest("SHA-256", content)));
  }

  // The signed manifest as the text that is sent. `files` are {slot, envelope, version, digest, size};
  // `before` is the text of the manifest that this one replaces, or null.
  async function manifest({ kind, tender, lot, supplier, sheet, files, before, key }) {
    const { privateKey, publicKey } = sodium.crypto_sign_seed_keypair(
      readKey("ed25519-private", key),
    );
    const body = {
      kind, tender, lot, supplier, sheet,
      version: before ? JSON.parse(before).body.version + 1 : 1,
      replaces: before ? await digestOf(new Blob([before])) : null,
      key: `ed25519:${toText(publicKey)}`,
      files: [...files].sort((one, other) => (one.slot < other.slot ? -1 : 1)),
    };
    const statement = encode(`${MANIFEST}\n${canonical(body)}`);
    const signature = toText(sodium.crypto_sign_detached(statement, privateKey));
    const text = canonical({ format: MANIFEST, body, signature });
    if (text.length >= MOST_MANIFEST_BYTES) throw new Error("The manifest is too long.");
    return text;
  }

  function newSigningKey() {
    return `ed25519-private:${toText(sodium.randombytes_buf(32))}`;
  }

  globalThis.carewrightSealing = Object.freeze({
    ready: sodium.ready, digestOf, fromText, manifest, newSigningKey, sealFile, stepped,
  });
})();
