import { Button, Input } from 'antd';
import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import type { Campaign } from '../../app/year/year.js';
import { ChoosePlace } from '../../parts/choose/choose-place.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { useProjectColumns } from './project-columns.js';
import { PROJECTS } from './projects.words.js';

const MOST = 20;

/** All projects of the year; some of them are chosen to be merged. */
export const AllProjects = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(PROJECTS);
  const navigate = useNavigate();
  const { get, set } = useInAddress();
  const q = useDeferredValue(get('q')?.trim());
  const { district, fiscalYear } = campaign;
  const filters = given({ q: q === '' ? undefined : q, department: get('department'), unit: get('unit') });
  const query = { district, fiscalYear, limit: 200, ...filters };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/projects', { params: { query } }, PAGES));
  const columns = useProjectColumns();
  return (
    <ListTable
      id="projects-of-year"
      name={say('all')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      empty={say('allEmpty')}
      bulk={(selected) => {
        const active = selected.filter(({ status }) => status === 'active');
        return (
          <Button
            type="primary"
            size="small"
            disabled={active.length < 2 || active.length < selected.length || active.length > MOST}
            onClick={() => void navigate(`/projects/merge?${active.map(({ id }) => `project=${id}`).join('&')}`)}
          >
            {say('merge')}
          </Button>
        );
      }}
      filters={
        <>
          <Input
            size="small"
            allowClear
            style={{ width: 180 }}
            aria-label={say('search')}
            placeholder={say('search')}
            value={get('q') ?? ''}
            onChange={({ target }) => {
              set({ q: target.value });
            }}
          />
          <ChoosePlace get={get} set={set} />
        </>
      }
    />
  );
};
