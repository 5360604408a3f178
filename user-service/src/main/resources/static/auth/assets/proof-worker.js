// Solves the tasks of a challenge one after the other, and says each number when it is found. What they are stands in
// ProofOfWork.java. Browsers have SHA-256 of their own over TLS alone, and a call of it takes longer than the hash.

const TASKS = 16;
const DIGITS = [...'0123456789abcdef'].map((digit) => digit.charCodeAt(0));
const NUMBER_DIGITS = 8;
const BLOCK = 64;

const primes = [];
for (let number = 2; primes.length < BLOCK; number++) {
  if (primes.every((prime) => number % prime !== 0)) {
    primes.push(number);
  }
}
const fraction = (number) => ((number % 1) * 2 ** 32) | 0;
const INITIAL = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const words = new Int32Array(BLOCK);

const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));

/** Takes in a block, as FIPS 180-4 has it; the new state is written to the last argument. */
function compress(state, block, next) {
  for (let t = 0; t < 16; t++) {
    words[t] = block.getInt32(t * 4);
  }
  for (let t = 16; t < BLOCK; t++) {
    const x = words[t - 15];
    const y = words[t - 2];
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[t] = words[t - 16] + low + words[t - 7] + high;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < BLOCK; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUNDS[t] + words[t]) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  next[0] = state[0] + a;
  next[1] = state[1] + b;
  next[2] = state[2] + c;
  next[3] = state[3] + d;
  next[4] = state[4] + e;
  next[5] = state[5] + f;
  next[6] = state[6] + g;
  next[7] = state[7] + h;
}

/** The characters of a text, of which there are fewer than in a block or just as many, in a block. */
function blockOf(text) {
  const block = new DataView(new ArrayBuffer(BLOCK));
  for (let at = 0; at < text.length; at++) {
    block.setUint8(at, text.charCodeAt(at));
  }
  return block;
}

/** The number for which the hash begins with zeros, where the state has taken in all of the text before the block. */
function solve(state, text, zeros) {
  const length = text.length + NUMBER_DIGITS;
  const block = blockOf(text.slice(BLOCK));
  const at = text.length - BLOCK;
  block.setUint8(length - BLOCK, 0x80);
  block.setUint32(BLOCK - 4, length * 8);
  const limit = 2 ** (32 - zeros);
  const hash = new Int32Array(8);
  let number = -1;
  do {
    number++;
    for (let digit = 0; digit < NUMBER_DIGITS; digit++) {
      block.setUint8(at + digit, DIGITS[(number >>> (28 - 4 * digit)) & 15]);
    }
    compress(state, block, hash);
  } while (hash[0] >>> 0 >= limit);
  return number.toString(16).padStart(NUMBER_DIGITS, '0');
}

onmessage = ({ data: { challenge, zeros } }) => {
  const state = new Int32Array(8);
  compress(INITIAL, blockOf(challenge.slice(0, BLOCK)), state);
  for (let task = 0; task < TASKS; task++) {
    postMessage(solve(state, `${challenge}.${task.toString(16)}`, zeros));
  }
};
