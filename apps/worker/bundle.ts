import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Where the workflow code stands, bundled ahead of time for every worker. */
export const bundlePath = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));

const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('../../workflows/index.js', import.meta.url)) });
await writeFile(bundlePath, code);
