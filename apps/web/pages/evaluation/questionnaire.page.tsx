import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { questionnaireForm } from '#contracts/forms/key-evaluation.form.js';
import { showPercent } from '#domain/score/exact.js';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { DayText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import './evaluation.css';
import { Distribution } from './survey-distribution.js';
import { EnterAnswers } from './survey-enter.js';
import { SurveyLink } from './survey-link.js';
import { QuestionTable } from './survey-questions.js';
import { resultIn } from './survey-result.js';
import { surveyState } from './survey-state.js';
import { SURVEY } from './survey.words.js';

type Questionnaire = Schemas['Questionnaire'];

const Close = ({ survey }: { readonly survey: Questionnaire }) => {
  const say = useWords(SURVEY);
  const queries = useQueryClient();
  const [header] = useState(once);
  const [isOpen, setOpen] = useState(false);
  const close = api.useMutation('post', '/api/v1/questionnaires/{questionnaire}/close', {
    onSuccess: () => {
      setOpen(false);
      void queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('close')}
      </Button>
      <Modal
        open={isOpen}
        title={say('close')}
        okText={say('close')}
        confirmLoading={close.isPending}
        onOk={() => {
          close.mutate({ params: { path: { questionnaire: survey.id }, header } });
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Alert type="warning" showIcon title={say('closeIntro')} />
        {close.error ? <ProblemAlert error={close.error} /> : null}
      </Modal>
    </>
  );
};

const Result = ({ survey }: { readonly survey: Questionnaire }) => {
  const say = useWords(SURVEY);
  const evaluation = useWords(EVALUATION);
  const result = resultIn(survey.result);
  if (!result) return <p>{say('noResult')}</p>;
  const { score, returned } = result;
  return (
    <div className="evaluation-stack">
      <p>
        {say('returned')} {returned === null ? '—' : showPercent(returned)}
        {score ? ` · ${score.indicator} · ${evaluation('score')} ${score.points ?? '—'} / ${score.fullPoints}` : ''}
      </p>
      {score ? <Explanations of={score.explanation} /> : null}
    </div>
  );
};

const Shown = ({ survey }: { readonly survey: Questionnaire }) => {
  const say = useWords(SURVEY);
  const common = useWords(COMMON);
  const mayWork = hasRole(useMe(), 'bureau', 'agency') && survey.status === 'open';
  const read = questionnaireForm.safeParse(survey.content);
  const questions = read.success ? read.data.questions : [];
  return (
    <Page
      title={survey.title}
      state={
        <>
          <StateTag state={surveyState(survey.status)} />
          <span>
            {say('distributed')} {survey.distributed} · {say('answered')} {survey.answered} · {say('closesOn')}{' '}
            <DayText day={survey.closesOn} />
          </span>
        </>
      }
      actions={mayWork ? <Close survey={survey} /> : null}
      intro={
        <>
          <Link to={`/evaluations/${survey.evaluation}/survey`}>{say('back')}</Link> · {common('project')} {survey.projectName} ·{' '}
          <Link to={`/documents/${survey.document}`}>{say('design')}</Link>
        </>
      }
    >
      <Panel title={say('result')}>
        <Result survey={survey} />
      </Panel>
      <Panel title={say('questions')}>
        <QuestionTable questions={questions} result={resultIn(survey.result)} />
      </Panel>
      <Panel title={say('distribution')}>
        <Distribution survey={survey} mayWork={mayWork} />
      </Panel>
      {mayWork ? (
        <>
          <Panel title={say('link')}>
            <SurveyLink survey={survey} />
          </Panel>
          <Panel title={say('enter')}>
            <EnterAnswers survey={survey} questions={questions} />
          </Panel>
        </>
      ) : null}
    </Page>
  );
};

/** One questionnaire: its questions, to whom it went, what came back, and what it says. */
export const Component = () => {
  const { questionnaire = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/questionnaires/{questionnaire}', { params: { path: { questionnaire } } });
  return <Read query={query}>{(survey) => <Shown survey={survey} />}</Read>;
};
