import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { points as pointsField } from '#contracts/forms/fields.js';
import { compare } from '#domain/score/exact.js';
import { api } from '../../../api/client.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import { Ratings } from './ratings.js';
import { SCORING } from './scoring.words.js';
import type { SheetLine } from './sheet.js';

const fits = (points: string, full: string): boolean => pointsField.safeParse(points).success && compare(points, full) <= 0;

/** 仲裁: the lead evaluator decides on the points of one indicator, with what each rater said before their eyes. */
export const Arbitrate = ({ evaluation, line }: { readonly evaluation: string; readonly line: SheetLine }) => {
  const say = useWords(SCORING);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [points, setPoints] = useState('');
  const { mutateAsync } = api.useMutation('post', '/api/v1/evaluations/{evaluation}/arbitrations');
  const label = say('decidePoints', { full: line.fullPoints });
  return (
    <>
      <Button
        size="small"
        type={line.arbitration ? 'default' : 'primary'}
        aria-label={say('decideTitle', { indicator: line.indicator })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {say(line.arbitration ? 'decideAgain' : 'decide')}
      </Button>
      {isOpen ? (
        <AskReason
          title={say('decideTitle', { indicator: line.indicator })}
          act={say('decide')}
          consequences={say('decideText', { gap: line.gap ?? '', full: line.fullPoints })}
          ready={fits(points, line.fullPoints)}
          onClose={() => {
            setOpen(false);
          }}
          onAct={async (reason, header) => {
            const body = { indicator: line.indicator, points, reason };
            await mutateAsync({ params: { path: { evaluation }, header }, body });
            await queries.invalidateQueries();
          }}
        >
          <Ratings line={line} brief />
          <label className="evaluation-field">
            {label}
            <Input
              inputMode="decimal"
              value={points}
              onChange={({ target }) => {
                setPoints(target.value.trim());
              }}
            />
          </label>
        </AskReason>
      ) : null}
    </>
  );
};
