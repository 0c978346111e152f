// Solves a challenge of ALTCHA away from the page: tries counters until the key made of one begins as it should.

addEventListener("message", ({ data }) => {
  solve(data).then(
    (solution) => postMessage(solution, {}),
    () => postMessage(null, {}),
  );
});

/** @param {{ nonce: string, salt: string, cost: number, keyLength: number, keyPrefix: string }} challenge */
async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  const start = bytesOf(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  const place = new DataView(password.buffer);
  const rounds = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: cost };
  for (let counter = 0; ; counter += 1) {
    place.setUint32(start.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(rounds, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}

/** @param {string} hex */
function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** @param {Uint8Array} bytes */
function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
