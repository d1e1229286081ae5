import { nearby } from '../picture/picture';
import type { Cutout } from './outcome';

/** What a cutout's file is called. */
export function fileName(action: string, { part }: Cutout, index: number, several: boolean): string {
  const detail = part ?? (several ? String(index + 1).padStart(2, '0') : '');
  return detail ? `${action}-${detail}.png` : `${action}.png`;
}

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches all files and packs them, as they are: PNGs do not get smaller. @throws Error when one is gone by now */
export async function zipOf(
  files: readonly { readonly name: string; readonly address: string }[],
): Promise<Blob> {
  const entries = await Promise.all(
    files.map(async ({ name, address }) => {
      const answer = await fetch(nearby(address));
      if (!answer.ok) {
        throw new Error(`${name}: ${answer.status}`);
      }
      return [name, new Uint8Array(await answer.arrayBuffer())] as const;
    }),
  );
  const { zipSync } = await import('fflate');
  return new Blob([new Uint8Array(zipSync(Object.fromEntries(entries), { level: 0 }))], {
    type: 'application/zip',
  });
}
