import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { dayOfInstant } from '../../app/year/year.js';
import { DayText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { FEEDBACK } from './feedback.words.js';

export type Notice = Schemas['FeedbackNotice'];
type Progress = 'nothingToRectify' | 'rectified' | 'inProgress';

const TONES: Readonly<Record<Progress, { tone: Tone; sign: string }>> = {
  nothingToRectify: { tone: 'quiet', sign: '—' },
  rectified: { tone: 'done', sign: '✓' },
  inProgress: { tone: 'warn', sign: '◔' },
};

const progressOf = ({ problems, struckOff }: Notice): Progress => {
  if (problems === 0) return 'nothingToRectify';
  return struckOff === problems ? 'rectified' : 'inProgress';
};

export const ReceiptTag = ({ notice }: { readonly notice: Notice }) => {
  const say = useWords(FEEDBACK);
  return notice.acknowledgedAt === null ? (
    <ToneTag tone="act" sign="○">
      {say('notAcknowledged')}
    </ToneTag>
  ) : (
    <ToneTag tone="done" sign="✓">
      {say('acknowledged')}
    </ToneTag>
  );
};

/** Number, result, receipt and progress of each notice. */
export const useNoticeColumns = (): readonly Column<Notice>[] => {
  const say = useWords(FEEDBACK);
  const common = useWords(COMMON);
  const day = (at: string | null): string => (at === null ? '' : dayOfInstant(at));
  return [
    {
      key: 'number',
      title: say('number'),
      width: 190,
      fixed: true,
      text: ({ number }) => number,
      show: ({ id, number }) => <Link to={`/feedback/${id}`}>{number}</Link>,
    },
    { key: 'project', title: common('project'), width: 260, text: ({ projectCode, projectName }) => `${projectCode} ${projectName}` },
    { key: 'unit', title: common('unit'), width: 190, text: ({ unitName }) => unitName },
    { key: 'score', title: say('score'), width: 90, align: 'right', text: ({ score }) => score ?? '' },
    { key: 'grade', title: say('grade'), width: 60, text: ({ grade }) => grade ?? '' },
    {
      key: 'receipt',
      title: say('receipt'),
      width: 110,
      text: ({ acknowledgedAt }) => (acknowledgedAt === null ? say('notAcknowledged') : day(acknowledgedAt)),
      show: (it) => <ReceiptTag notice={it} />,
    },
    {
      key: 'rectification',
      title: say('rectification'),
      width: 150,
      text: (it) => `${say(progressOf(it))} ${String(it.struckOff)}/${String(it.problems)}`,
      show: (it) => (
        <Link to={`/stages/rectification/checklist?notice=${it.id}`}>
          <ToneTag {...TONES[progressOf(it)]}>{`${say(progressOf(it))} ${String(it.struckOff)}/${String(it.problems)}`}</ToneTag>
        </Link>
      ),
    },
    {
      key: 'issuedOn',
      title: say('issuedOn'),
      width: 160,
      text: ({ issuedAt }) => day(issuedAt),
      show: ({ issuedAt }) => <DayText day={day(issuedAt)} />,
    },
    {
      key: 'rectifyBy',
      title: say('rectifyBy'),
      width: 160,
      text: ({ rectifyBy }) => rectifyBy ?? '',
      show: ({ rectifyBy }) => <DayText day={rectifyBy} />,
    },
    { key: 'signedBy', title: say('signedBy'), width: 110, text: ({ signedByName }) => signedByName ?? '', hidden: true },
  ];
};
