import { decode, isBlurhashValid } from 'blurhash';
import { useEffect, useRef } from 'react';

const SIDE = 24;

/** The blurred colours of a picture that is not there yet. */
export function Blurhash({ hash }: { hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context != null && isBlurhashValid(hash).result) {
      const image = context.createImageData(SIDE, SIDE);
      image.data.set(decode(hash, SIDE, SIDE));
      context.putImageData(image, 0, 0);
    }
  }, [hash]);
  return <canvas ref={canvas} className="blurhash" width={SIDE} height={SIDE} aria-hidden="true" />;
}
