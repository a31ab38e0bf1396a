import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem, sentences } from '#contracts/errors/problem.js';
import type { FieldError, Remark } from '#contracts/errors/problem.js';
import { labelOf } from '#contracts/forms/labels.js';
import { mend } from '#contracts/forms/mend.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { locateDocuments } from '#persistence/reading/documents.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';
import type { GateAnswer, SubmissionGate } from '../parts.js';
import { GATE } from '../parts.js';
import { formErrors } from './check-content.js';
import { DraftScores } from './draft-scores.js';
import { asSubmitted } from './submission.js';

type Content = Readonly<Record<string, unknown>>;

/** One thing to say about a draft. */
interface Finding extends FieldError {
  readonly severity: 'block' | Remark['severity'];
  readonly from: 'form' | 'rule';
}

/** Forms whose rules can judge what is typed so far; those of other kinds judge a form that is whole. */
const JUDGED_IN_PART: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'target',
  'self-evaluation',
  'whole-self-evaluation',
  'ex-ante-report',
  'evaluation-plan',
  'evaluation-draft',
  'evaluation-final',
  'data-reply',
  'feedback-notice',
]);

const ofRules = ({ code, details = {}, errors = [], remarks = [] }: GateAnswer): Finding[] => {
  const whole = code !== undefined && errors.length === 0 ? [{ path: '', code, ...sentences(code, details) }] : [];
  return [
    ...[...whole, ...errors].map((it) => ({ ...it, severity: 'block' as const, from: 'rule' as const })),
    ...remarks.map((it) => ({ ...it, from: 'rule' as const })),
  ];
};

const inContent = (path: string): string => path.replace(/^content(\.|$)/, '');

const lies = (path: string, within: string): boolean => path === within || path.startsWith(`${within}.`);

const shownAs = ({ severity, from, path, code, zh, en, quote, source }: Finding) => ({
  ...{ severity, from, path, label: labelOf(path), code, zh, en },
  ...{ quote: quote ?? null, source: source ?? null },
});

const SEVERITIES: readonly Finding['severity'][] = ['block', 'warn', 'note'];

/** What submitting a draft would say, while it is typed: the same form and the same gates. Nothing is stored, and nothing wrong is an error. */
@Injectable()
export class DraftCheck {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly scores: DraftScores,
    @Inject(GATE) private readonly gate: SubmissionGate,
  ) {}

  /** @throws Problem NOT_FOUND for a document that the viewer may not write */
  async check(viewer: Viewer, id: string, content: Content) {
    const located = await locateDocuments(this.source, viewer, 'documents.write', todayOf(this.clock), [id], true);
    const document = located.get(id);
    if (!document) throw new Problem('NOT_FOUND');
    return this.verdictOn(document, content);
  }

  /** The same of what is saved, for who reads it. @throws Problem NOT_FOUND for a document that the viewer may not read */
  async checkStored(viewer: Viewer, id: string) {
    const located = await locateDocuments(this.source, viewer, 'documents.read', todayOf(this.clock), [id], true);
    const document = located.get(id);
    if (!document) throw new Problem('NOT_FOUND');
    return this.verdictOn(document, document.content as Content);
  }

  private async verdictOn(document: LocatedDocument, content: Content) {
    const { id, kind } = document;
    const ofForm = formErrors({ kind, content }).map((it): Finding => ({
      ...it,
      path: inContent(it.path),
      severity: 'block',
      from: 'form',
    }));
    const { findings, score, whole } = await this.judge(document, content);
    // What the form has said of a field the rules need not say again.
    const further = findings.filter(({ path }) => path === '' || !ofForm.some((it) => it.path !== '' && lies(path, it.path)));
    const all = [...ofForm, ...further].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    return {
      ...{ document: id, kind, submittable: all.every(({ severity }) => severity !== 'block') },
      judged: whole || JUDGED_IN_PART.has(kind),
      findings: all.map(shownAs),
      score: score && { ...score, complete: ofForm.length === 0 && score.total !== null },
    };
  }

  private async judge(document: LocatedDocument, typed: Content) {
    const { kind } = document;
    const { content, whole, typedPath } = mend(kind, typed);
    if (!whole && !JUDGED_IN_PART.has(kind)) return { findings: [], score: null, whole };
    const submitted = asSubmitted({ ...document, content });
    const answers = (await this.gate[kind]?.([submitted])) ?? [];
    const findings = answers.flatMap(ofRules).map((it) => ({ ...it, path: typedPath(inContent(it.path)) }));
    return { findings, score: await this.scores.of(submitted), whole };
  }
}
