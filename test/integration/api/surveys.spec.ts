import { World } from './world.js';

it('answers at a secret address are counted by where they come from, whether the address is known or not', async () => {
  const strict = await World.begin({ options: { surveyAnswers: 2 } });
  try {
    const answer = () => strict.anybody().post('/api/v1/surveys/nobody-knows-this/answers').send({ answers: {} });
    await answer().expect(404);
    await answer().expect(404);
    const { body } = await answer().expect(429);
    expect(body).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { seconds: expect.any(Number) as number } });
  } finally {
    await strict.end();
  }
});

it('an address that cannot be one leads nowhere, and an answer that cannot be one is refused by its field', async () => {
  const world = await World.begin();
  try {
    await world.anybody().get('/api/v1/surveys/short').expect(404);
    const { body } = await world
      .anybody()
      .post('/api/v1/surveys/nobody-knows-this/answers')
      .send({ answers: { q1: 5 } })
      .expect(400);
    expect(body.errors).toMatchObject([{ path: 'body.answers.q1' }]);
  } finally {
    await world.end();
  }
});
