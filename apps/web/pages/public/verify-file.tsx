import { Alert, Button, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { dayOfInstant } from '../../app/year/year.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';
import { HASH, TooLarge, computesHere, verifyFile, verifyHash } from './verification.js';
import type { Verdict } from './verification.js';

const VerdictShown = ({ verdict: { hash, matches } }: { readonly verdict: Verdict }) => {
  const say = useWords(PUBLIC);
  const kind = matches.length === 0 ? 'unknown' : matches.some(({ newest }) => newest) ? 'genuine' : 'genuineOld';
  return (
    <Alert
      showIcon
      type={{ unknown: 'error' as const, genuine: 'success' as const, genuineOld: 'warning' as const }[kind]}
      title={say(kind)}
      description={
        <>
          {kind === 'unknown' ? <p>{say('unknownMore')}</p> : null}
          <dl className="portal-facts">
            <dt>{say('computed')}</dt>
            <dd className="portal-hash">{hash}</dd>
            {matches.map((it) => (
              <div key={it.id} style={{ display: 'contents' }}>
                <dt>{say('matched')}</dt>
                <dd>
                  <Link to={`/public/publications/${it.id}`}>{it.title}</Link> · {say('versionOf', { version: it.version })} ·{' '}
                  {dayOfInstant(it.publishedAt)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      }
    />
  );
};

const Failure = ({ error }: { readonly error: unknown }) => {
  const say = useWords(PUBLIC);
  if (error instanceof TooLarge) return <Alert type="error" showIcon title={say('tooLarge')} />;
  if (error instanceof DOMException) return <Alert type="error" showIcon title={say('unreadable')} />;
  return <ProblemAlert error={error} />;
};

/** A file chosen by the reader against what was published. */
const ChooseFile = ({ busy, onChoose }: { readonly busy: boolean; readonly onChoose: (file: File) => void }) => {
  const say = useWords(PUBLIC);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('chooseFile')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        {say('chooseFile')}
      </Button>
    </>
  );
};

/** Verifies a file, and where `withHash` also a hash that was typed in. */
export const VerifyFile = ({ withHash = false }: { readonly withHash?: boolean }) => {
  const say = useWords(PUBLIC);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const verify = useMutation({ mutationFn: (it: File | string) => (typeof it === 'string' ? verifyHash(it) : verifyFile(it)) });
  const check = (): void => {
    const hash = typed.trim();
    setWrong(!HASH.test(hash));
    if (HASH.test(hash)) verify.mutate(hash);
    else verify.reset();
  };
  return (
    <div className="no-print">
      <p className="portal-quiet">{say(computesHere() ? 'verifyLocal' : 'verifyServer')}</p>
      <div className="portal-actions">
        <ChooseFile busy={verify.isPending} onChoose={verify.mutate} />
      </div>
      {withHash ? (
        <form
          className="portal-form"
          onSubmit={(event) => {
            event.preventDefault();
            check();
          }}
        >
          <label htmlFor="hash">
            {say('orHash')}
            <Input
              id="hash"
              value={typed}
              className="portal-hash"
              {...(isWrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': 'hash-wrong' } : {})}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
            />
            {isWrong ? (
              <span id="hash-wrong" role="alert" style={{ color: '#c0341d' }}>
                {say('hashWrong')}
              </span>
            ) : null}
          </label>
          <Button htmlType="submit" loading={verify.isPending}>
            {say('check')}
          </Button>
        </form>
      ) : null}
      <div role="status">{verify.isPending ? say('checking') : null}</div>
      {verify.data ? <VerdictShown verdict={verify.data} /> : null}
      {verify.error ? <Failure error={verify.error} /> : null}
    </div>
  );
};
