import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { MissingPage } from '../../parts/error-page.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { ChangeFlow } from './change-flow.js';
import { ChooseActiveUnit } from './choose-active-unit.js';
import { PROJECTS } from './projects.words.js';

const Dissolve = ({ id }: { readonly id: string }) => {
  const say = useWords(PROJECTS);
  const [successor, setSuccessor] = useState<string | null>(null);
  const options = { refetchOnWindowFocus: false };
  const query = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit: id } } }, options);
  const [wasThere, setWasThere] = useState(false);
  if (query.data?.dissolvedOn === null && !wasThere) setWasThere(true);
  return (
    <Page title={query.data ? `${say('dissolve-unit')} · ${query.data.name}` : say('dissolve-unit')} intro={say('dissolveIntro')}>
      <Read query={query}>
        {({ district, dissolvedOn }) => (
          <Panel>
            {wasThere || dissolvedOn === null ? (
              <ChangeFlow
                kind="dissolve-unit"
                wish={successor === null ? null : { kind: 'dissolve-unit', unit: id, successor }}
                onward={<LinkButton to="/administration/organisation">{say('backToOrganisation')}</LinkButton>}
              >
                <ChooseActiveUnit label={say('toUnit')} district={district} value={successor} onChoose={setSuccessor} without={id} />
              </ChangeFlow>
            ) : (
              <Alert showIcon title={say('dissolvedAlready', { day: dissolvedOn })} />
            )}
          </Panel>
        )}
      </Read>
    </Page>
  );
};

/** 单位撤并 of a unit or department in favour of another; for the bureau. */
export const Component = () => {
  const { unit = '' } = useParams();
  const me = useMe();
  return hasRole(me, 'bureau') ? <Dissolve key={unit} id={unit} /> : <MissingPage />;
};
