import type { Command } from 'commander';
import type { AuditBreach, AuditVerdict } from '#persistence/audit/verify-audit.js';

interface Options {
  readonly stream?: string;
  readonly anchor?: string;
  readonly writeAnchor?: string;
  readonly json?: boolean;
}

interface Verified extends AuditVerdict {
  /** How many anchors were held against the streams; null without a file. */
  readonly anchors: number | null;
}

const FAULTS: Record<AuditBreach['fault'], string> = {
  GAP: 'an entry is missing here',
  BROKEN_LINK: 'does not carry the hash of the entry before it',
  ALTERED: 'is not what was recorded',
  CUT: 'and what followed has been cut off since it was anchored',
  REWRITTEN: 'is another one than was anchored',
  VANISHED: 'the stream was anchored and is gone',
  BAD_ANCHOR: 'the anchor does not agree with itself',
};

async function verified({ stream, anchor, writeAnchor }: Options): Promise<Verified> {
  const { withDatabase } = await import('../database.js');
  const { verifyAudit } = await import('#persistence/audit/verify-audit.js');
  const { anchorAudit, readAnchors, verifyAgainstAnchor } = await import('#persistence/audit/anchor.js');
  const anchors = anchor === undefined ? null : await readAnchors(anchor);
  return withDatabase(async (source) => {
    const chains = await verifyAudit(source, stream === undefined ? {} : { stream });
    const cut: AuditBreach[] = [];
    for (const one of anchors ?? []) cut.push(...(await verifyAgainstAnchor(source, one)));
    const known = new Set<string>();
    const fresh = cut.filter(({ stream: it, fault }) => !known.has(`${it} ${fault}`) && known.add(`${it} ${fault}`));
    const breaches = [
      ...chains.breaches,
      ...fresh.filter((it) => stream === undefined || it.stream === stream || it.fault === 'BAD_ANCHOR'),
    ];
    if (writeAnchor !== undefined && breaches.length === 0) await anchorAudit(source, writeAnchor, Date.now());
    return { ...chains, breaches, anchors: anchors?.length ?? null };
  });
}

async function verify(options: Options): Promise<void> {
  const it = await verified(options);
  const lines = it.breaches.map(({ stream, sequence, fault }) => `✗ ${stream} entry ${String(sequence)}: ${FAULTS[fault]} (${fault})`);
  const held = it.anchors === null ? '' : `, held against ${String(it.anchors)} anchors`;
  const sum = `${String(it.entries)} entries in ${String(it.streams)} streams${held}: ${it.breaches.length === 0 ? 'whole' : `${String(it.breaches.length)} faults`}`;
  console.log(options.json ? JSON.stringify(it, null, 2) : [...lines, sum].join('\n'));
  if (it.breaches.length > 0) process.exitCode = 1;
}

export function register(program: Command): void {
  program
    .command('verify')
    .description(
      'recompute the hash chains of the audit trail; exit code 1 and the first broken entry of each stream where they do not hold',
    )
    .option('--stream <stream>', 'one stream, such as obligation/{id}')
    .option('--anchor <file>', 'prove that every stream extends what was anchored in this file')
    .option('--write-anchor <file>', 'add a line to this file that says how all streams stand now, if they are whole')
    .option('--json', 'as JSON')
    .action(verify);
}
