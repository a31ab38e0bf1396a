/** Character maps and fonts that a file names and does not hold: many Chinese ones do not. Served from the build, read when they are wanted. */
const MAPS = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const FONTS = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

const read = async (files: Readonly<Record<string, string>>, name: string): Promise<Uint8Array> => {
  const address = Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1];
  if (address === undefined) throw new Error(`There is no ${name}.`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${name} cannot be read.`);
  return new Uint8Array(await answer.arrayBuffer());
};

export class CharacterMaps {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await read(MAPS, `${name}.bcmap`), isCompressed: true };
  }
}

export class StandardFonts {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return read(FONTS, filename);
  }
}
