import { Button, Input } from 'antd';
import { Choose } from '../../parts/choose/choose.js';
import { ChoosePerson } from '../../parts/choose/choose-person.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { STREAMS, STREAM_WORDS } from '../../parts/history/trail.words.js';
import { useTypeNames } from '../../parts/history/type-names.js';
import { useWords } from '../../words/words.js';
import { TRAIL_PAGE } from './trail-page.words.js';

const Day = ({ name }: { readonly name: 'from' | 'until' }) => {
  const say = useWords(TRAIL_PAGE);
  const { get, set } = useInAddress();
  return (
    <label style={{ display: 'inline-flex', gap: 4, alignItems: 'center', whiteSpace: 'nowrap' }}>
      {say(name)}
      <Input
        type="date"
        size="small"
        style={{ width: 132 }}
        value={get(name) ?? ''}
        onChange={({ target }) => {
          set({ [name]: target.value });
        }}
      />
    </label>
  );
};

/** Which entries are shown: of which kind of thing, of what type, by whom, from when until when; all of it kept in the address. */
export const TrailFilters = ({ subject }: { readonly subject: string | null }) => {
  const say = useWords(TRAIL_PAGE);
  const streams = useWords(STREAM_WORDS);
  const types = useTypeNames();
  const { get, set } = useInAddress();
  const stream = get('stream');
  return (
    <>
      {stream === undefined ? (
        <Choose
          name={say('of')}
          width={120}
          value={get('of')}
          onChoose={(of) => {
            set({ of });
          }}
          options={STREAMS.map((value) => ({ value, label: streams(value) }))}
        />
      ) : (
        <span>
          {say('oneThing', { name: subject ?? stream })}
          <Button
            type="link"
            size="small"
            onClick={() => {
              set({ stream: undefined });
            }}
          >
            {say('showAll')}
          </Button>
        </span>
      )}
      <Choose
        name={say('what')}
        width={150}
        value={get('type')}
        onChoose={(type) => {
          set({ type });
        }}
        options={types}
      />
      <ChoosePerson
        name={say('who')}
        size="small"
        width={150}
        value={get('who')}
        onChoose={(who) => {
          set({ who });
        }}
      />
      <Day name="from" />
      <Day name="until" />
    </>
  );
};
