import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** A PNG with the sun setting over the sea. */
export function aPicture(width = 480, height = 300): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUE_COLOUR], 8);
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows.set(colourAt(x / width, y / height), y * (1 + 3 * width) + 1 + 3 * x);
    }
  }
  const data = deflateSync(rows);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** A PNG that turns from red to blue, half a second each. */
export function anAnimation(side = 240): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, TRUE_COLOUR], 8);
  const frames = Buffer.alloc(8);
  frames.writeUInt32BE(2, 0);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('acTL', frames),
    chunk('fcTL', frame(0, side)),
    chunk('IDAT', filled([220, 30, 40], side)),
    chunk('fcTL', frame(1, side)),
    chunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 2]), filled([30, 40, 220], side)])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function frame(number: number, side: number): Buffer {
  const data = Buffer.alloc(26);
  data.writeUInt32BE(number, 0);
  data.writeUInt32BE(side, 4);
  data.writeUInt32BE(side, 8);
  data.writeUInt16BE(1, 20);
  data.writeUInt16BE(2, 22);
  return data;
}

function filled(colour: [number, number, number], side: number): Buffer {
  const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: side }, () => Buffer.from(colour))]);
  return deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
}

function colourAt(x: number, y: number): [number, number, number] {
  if (y > 0.7) {
    return [30, 70 + 80 * (1 - y), 140];
  }
  const isSun = (x - 0.5) ** 2 + ((y - 0.6) * 0.625) ** 2 < 0.01;
  return isSun ? [255, 220, 120] : [240, 120 + 90 * y, 90 + 120 * (1 - y)];
}
