import { Button, Checkbox, Input, Select } from 'antd';
import { checkCondition } from '#domain/condition/check.js';
import { inWords } from '#domain/condition/explain.js';
import { LINKAGE_QUANTITIES } from '#domain/policy/quantities.js';
import { inSigns } from '../../parts/explanation/readable.js';
import { useLanguage, useWords } from '../../words/words.js';
import { LINKAGE } from './linkage.words.js';
import { TREATMENTS } from './proposals.js';
import { BOUNDS, newRule } from './what-if-table.js';
import type { Tried, TriedRule } from './what-if-table.js';

const SHARES = ['by', 'raise', 'takeBack'] as const;

const QUANTITIES = Object.entries(LINKAGE_QUANTITIES).map(([name, { zh, en }]) => ({ name, zh, en, value: null }));

/** A condition by the names of its quantities, or what is wrong with it. */
const Reading = ({ condition }: { readonly condition: string }) => {
  const language = useLanguage();
  const [wrong] = checkCondition(condition, LINKAGE_QUANTITIES);
  return (
    <div role="status" className={wrong ? 'linkage-reading is-wrong' : 'linkage-reading'}>
      {wrong ? wrong[language] : inSigns(inWords({ condition, inputs: QUANTITIES })[language])}
    </div>
  );
};

interface RowProps {
  readonly rule: TriedRule;
  readonly onChange: (it: TriedRule) => void;
  readonly onRemove: () => void;
}

const RuleRow = ({ rule, onChange, onRemove }: RowProps) => {
  const say = useWords(LINKAGE);
  const field = (name: 'when' | (typeof SHARES)[number], label: string) => (
    <Input
      size="small"
      aria-label={`${rule.id} ${label}`}
      value={rule[name]}
      onChange={({ target }) => {
        onChange({ ...rule, [name]: target.value });
      }}
    />
  );
  return (
    <tr>
      <td>{rule.id}</td>
      <td style={{ minWidth: 220 }}>
        {field('when', say('condition'))}
        <Reading condition={rule.when} />
      </td>
      <td style={{ minWidth: 110 }}>
        <Select
          size="small"
          aria-label={`${rule.id} ${say('treatment')}`}
          value={rule.treatment}
          style={{ width: '100%' }}
          options={TREATMENTS.map((value) => ({ value, label: say(value) }))}
          onChange={(treatment) => {
            onChange({ ...rule, treatment });
          }}
        />
      </td>
      {SHARES.map((name) => (
        <td key={name} style={{ minWidth: 80 }}>
          {field(name, say(name))}
        </td>
      ))}
      <td>
        <Checkbox
          aria-label={`${rule.id} ${say('addsColumn')}`}
          checked={rule.adds}
          onChange={({ target }) => {
            onChange({ ...rule, adds: target.checked });
          }}
        />
      </td>
      <td>
        <Button size="small" type="text" aria-label={say('removeRule', { id: rule.id })} onClick={onRemove}>
          ✕
        </Button>
      </td>
    </tr>
  );
};

interface RulesProps {
  readonly tried: Tried;
  readonly onChange: (it: Tried) => void;
}

const Bounds = ({ tried, onChange }: RulesProps) => {
  const say = useWords(LINKAGE);
  return (
    <fieldset style={{ border: 0, margin: '12px 0 0', padding: 0, display: 'flex', gap: 12, flexWrap: 'wrap' }}>
      <legend style={{ fontWeight: 600, padding: 0 }}>{say('bounds')}</legend>
      {BOUNDS.map((name) => (
        <label key={name} style={{ flex: '1 1 160px' }}>
          {say(name)}
          <Input
            size="small"
            value={tried.bounds[name]}
            onChange={({ target }) => {
              onChange({ ...tried, bounds: { ...tried.bounds, [name]: target.value } });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
};

/** The parameters that are tried: rules in the order in which they decide, and what none may go beyond. */
export const WhatIfRules = ({ tried, onChange }: RulesProps) => {
  const say = useWords(LINKAGE);
  const language = useLanguage();
  const { rules } = tried;
  const names = Object.entries(LINKAGE_QUANTITIES)
    .map(([name, it]) => `${name}（${it[language]}）`)
    .join('、');
  return (
    <>
      <div className="linkage-scroll" tabIndex={0} role="region" aria-label={say('parameters')}>
        <table className="linkage-table" aria-label={say('parameters')}>
          <thead>
            <tr>
              <th scope="col">{say('rule')}</th>
              <th scope="col">{say('condition')}</th>
              <th scope="col">{say('treatment')}</th>
              {SHARES.map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
              <th scope="col">{say('addsColumn')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              <RuleRow
                key={index}
                rule={rule}
                onChange={(it) => {
                  onChange({ ...tried, rules: rules.map((old, i) => (i === index ? it : old)) });
                }}
                onRemove={() => {
                  onChange({ ...tried, rules: rules.filter((_, i) => i !== index) });
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        size="small"
        style={{ marginTop: 8 }}
        onClick={() => {
          onChange({ ...tried, rules: [...rules, newRule(rules)] });
        }}
      >
        {say('addRule')}
      </Button>
      <p style={{ margin: '8px 0 0', color: '#595f69' }}>{say('conditionHint', { names })}</p>
      <Bounds tried={tried} onChange={onChange} />
    </>
  );
};
