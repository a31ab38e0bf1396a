import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode } from '#contracts/errors/problem.js';
import { rulingProblems } from '#domain/objection/objection.js';
import type { Objected, RulingContent } from '#domain/objection/objection.js';
import type { SpotCheckContent } from '#domain/self-evaluation/content.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Republishing } from '../disclosure/republishing.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';

interface Answer {
  readonly document: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

const judge: Judge<Submitted, Objected | undefined, Answer> = ({ id, content }, objected) => {
  const problems = objected ? rulingProblems(content as RulingContent, objected) : [];
  if (problems.length === 0) return null;
  return { document: id, code: 'NOT_ACCEPTED', errors: problems.map((it) => ({ ...it, code: 'ruling' })) };
};

/** 异议处理决定: it corrects only what is there, and says what it corrects. */
export const rulingGate = (source: DataSource) =>
  gatesOf({ 'objection-ruling': judge }, async (_, documents: readonly Submitted[]) => {
    const { manager } = source;
    const objections = new ObjectionRepository();
    const about = await objections.objectedTo(
      manager,
      documents.flatMap(({ subject }) => subject ?? []),
    );
    const ids = [...about.values()].map(({ document }) => document);
    const checks = await new DocumentRepository().filed<SpotCheckContent>(manager, ids);
    const named = new Map(checks.map(({ id, content }) => [id, (content?.problems ?? []).map((_problem, i) => i + 1)]));
    const open = await objections.openNumbers(manager, ids);
    const republishing = new Republishing(new DisclosureRepository());
    const differing = new Map<string, boolean>();
    for (const { document, kind } of about.values())
      if (kind === 'publication') differing.set(document, (await republishing.differs(manager, document)) ?? false);
    return ({ subject }) => {
      const it = about.get(subject ?? '');
      if (!it) return undefined;
      const problems = it.kind === 'feedback-receipt' ? open.get(it.document) : it.kind === 'spot-check' ? named.get(it.document) : [];
      return { kind: it.kind, problems: problems ?? [], differs: differing.get(it.document) ?? false };
    };
  });
