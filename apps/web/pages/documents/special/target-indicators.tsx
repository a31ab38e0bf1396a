import { Button } from 'antd';
import { useState } from 'react';
import type { Field } from '../../../parts/forms/shape.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { Grid, sumOf } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { LibraryDialog } from './library-dialog.js';

const WIDTHS = { level1: 88, level2: 130, level3: 220, operator: 76, targetValue: 110, measureUnit: 80, weight: 72, core: 56, remark: 140 };

/** 绩效指标: a table typed like a spreadsheet, with the sum of weights and copies from the library. */
export const TargetIndicators = ({ field, label }: { readonly field: Field; readonly label: string }) => {
  const form = useForm();
  const say = useWords(DOCUMENTS);
  const [isOpen, setOpen] = useState(false);
  const rows = asRows(form.content['indicators']);
  return (
    <>
      <Grid
        path="indicators"
        label={label}
        fields={field.shape.is === 'rows' ? field.shape.fields : []}
        without={['origin.entry', 'origin.version', 'origin.copiedOn']}
        sums={['weight']}
        blank={{ core: false }}
        widths={WIDTHS}
        tools={
          <>
            <Button
              size="small"
              onClick={() => {
                setOpen(true);
              }}
            >
              {say('fromLibrary')}
            </Button>
            <span role="status">{say('weights', { sum: sumOf(rows, 'weight') })}</span>
          </>
        }
      />
      {isOpen ? (
        <LibraryDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};
