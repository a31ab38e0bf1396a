/** Sets the commit hooks up after an install; silently does nothing in CI, without git, or without husky. */
import { existsSync } from 'node:fs';

if (!process.env.CI && existsSync('.git')) {
  try {
    const { default: husky } = await import('husky');
    const complaint = husky();
    if (complaint) console.warn(`Commit hooks were not set up: ${complaint}`);
  } catch {
    // An install without development dependencies has no hooks to set up.
  }
}
