import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, from the sources as from what they are compiled to. */
const projectFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** Path of something that is shipped with the product, for instance `fixtures` or `policies/gangcheng-2023.yaml`. */
export const shippedPath = (path: string): string => join(projectFolder(), path);

/** A text that is shipped with the product. */
export const shippedText = (path: string): Promise<string> => readFile(shippedPath(path), 'utf8');
