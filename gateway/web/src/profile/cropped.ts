import type { Shape } from './image-picker';

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** More than twice as wide as it is ever shown. */
const WIDEST: Record<Shape, number> = { avatar: 800, header: 1_500 };
const QUALITY = 0.92;

/** How large the part will be: as it is, unless it is larger than wanted. */
export function sizeOf({ width, height }: Pick<Area, 'width' | 'height'>, shape: Shape): [number, number] {
  const scale = Math.min(1, WIDEST[shape] / width);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** The part of a picture within an area of its pixels. */
export async function cropped(file: File, area: Area, shape: Shape): Promise<File> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = sizeOf(area, shape);
  canvas
    .getContext('2d')
    ?.drawImage(image, area.x, area.y, area.width, area.height, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  // What may be transparent stays so.
  const type = file.type === 'image/jpeg' ? file.type : 'image/png';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return blob === null ? file : new File([blob], file.name, { type });
}
