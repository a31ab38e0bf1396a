import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useCampaign } from '../../app/year/year.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { useWords } from '../../words/words.js';
import { CARRY_OUT } from './carry-out.words.js';

type Disposal = Schemas['Disposal'];

const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const FOLLOWS = { adjust: 'adjustFollows', reallocate: 'reallocateFollows', cancel: 'cancelFollows' } as const;

type Carried = keyof typeof FOLLOWS;

/** Orders that the bureau carries out itself; the others the unit does. */
export const isCarriedOut = (disposal: string): disposal is Carried => Object.hasOwn(FOLLOWS, disposal);

/** What was chosen keeps its name, whatever is searched for afterwards. */
interface Chosen {
  readonly value: string;
  readonly label: string;
}

interface ReceiverProps {
  readonly without: string;
  readonly value: Chosen | null;
  readonly onChoose: (project: Chosen) => void;
}

/** Another project of the year, found by what is typed. */
const ChooseReceiver = ({ without, value, onChoose }: ReceiverProps) => {
  const say = useWords(CARRY_OUT);
  const { district, fiscalYear } = useCampaign();
  const [typed, setTyped] = useState('');
  const query = { district, fiscalYear, status: 'active' as const, limit: 50, ...(typed === '' ? {} : { q: typed }) };
  const { data, isFetching } = api.useQuery('get', '/api/v1/projects', { params: { query } });
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{say('receiver')}</label>
      <Select<Chosen>
        id={id}
        labelInValue
        value={value}
        placeholder={say('receiverHint')}
        style={{ width: '100%' }}
        loading={isFetching}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        onChange={onChoose}
        options={(data?.items ?? []).filter((it) => it.id !== without).map((it) => ({ value: it.id, label: `${it.code} ${it.name}` }))}
      />
    </div>
  );
};

const Keeps = ({ value, onChange }: { readonly value: string; readonly onChange: (it: string) => void }) => {
  const say = useWords(CARRY_OUT);
  const id = useId();
  const isWrong = value !== '' && !YUAN.test(value);
  return (
    <div>
      <label htmlFor={id}>{say('keeps')}</label>
      <Input
        id={id}
        value={value}
        inputMode="decimal"
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}w` } : {})}
        onChange={({ target }) => {
          onChange(target.value.trim());
        }}
      />
      {isWrong ? (
        <div id={`${id}w`} className="form-hint">
          {say('keepsWrong')}
        </div>
      ) : null}
    </div>
  );
};

interface DialogProps {
  readonly disposal: Disposal & { readonly disposal: Carried };
  readonly onClose: () => void;
}

const CarryOutDialog = ({ disposal: { id, project, projectName, disposal }, onClose }: DialogProps) => {
  const say = useWords(CARRY_OUT);
  const queries = useQueryClient();
  const [amount, setAmount] = useState('');
  const [to, setTo] = useState<Chosen | null>(null);
  const { mutateAsync } = api.useMutation('post', '/api/v1/disposals/{disposal}/execution');
  const moves = disposal !== 'cancel';
  const gives = disposal === 'reallocate';
  return (
    <AskReason
      title={`${say('carryOut')} ${projectName}`}
      act={say('carryOut')}
      danger={disposal === 'cancel'}
      consequences={say(FOLLOWS[disposal])}
      ready={(!moves || YUAN.test(amount)) && (!gives || to !== null)}
      onClose={onClose}
      onAct={async (reason, header) => {
        const body = { reason, ...(moves ? { amount } : {}), ...(gives && to !== null ? { to: to.value } : {}) };
        await mutateAsync({ params: { path: { disposal: id }, header }, body });
        await queries.invalidateQueries();
      }}
    >
      {moves ? <Keeps value={amount} onChange={setAmount} /> : null}
      {gives ? <ChooseReceiver without={project} value={to} onChoose={setTo} /> : null}
    </AskReason>
  );
};

/** The bureau carries out what was ordered: a budget adjusted, funds given to another project, a project ended; once. */
export const CarryOut = ({ disposal }: { readonly disposal: Disposal }) => {
  const say = useWords(CARRY_OUT);
  const [isOpen, setOpen] = useState(false);
  const { disposal: ordered } = disposal;
  if (!isCarriedOut(ordered)) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('carryOut')}
      </Button>
      {isOpen ? (
        <CarryOutDialog
          disposal={{ ...disposal, disposal: ordered }}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};
