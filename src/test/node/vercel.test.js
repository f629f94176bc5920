import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOpenAI } from '@ai-sdk/openai';
import { embed, generateObject, generateText, streamText, tool } from 'ai';
import { z } from 'zod';

const openai = createOpenAI({ baseURL: `${process.env.TERROIR_URL}/v1`, apiKey: process.env.TERROIR_KEY });
const kinds = { chat: openai.chat, responses: openai.responses };

for (const [name, model] of Object.entries(kinds)) {
  test(`${name}: generates and streams text`, async () => {
    const whole = await generateText({ model: model('one/model-one'), prompt: 'hi' });
    assert.equal(whole.text, 'hello');
    const streamed = streamText({ model: model('one/model-one'), prompt: 'hi' });
    assert.equal(await streamed.text, 'hello');
    assert.equal((await streamed.usage).outputTokens, 2);
  });

  test(`${name}: calls tools in parallel`, async () => {
    const weather = tool({ description: 'Tells the weather', inputSchema: z.object({ city: z.string() }) });
    const streamed = streamText({ model: model('two/model-two'), prompt: 'hi', tools: { weather } });
    const calls = await streamed.toolCalls;
    assert.deepEqual(calls.map((call) => call.input.city), ['Berlin', 'Delhi']);
  });

  test(`${name}: generates objects by a schema`, async () => {
    const answer = await generateObject({
      model: model('json/model-one'), prompt: 'Where?', schema: z.object({ city: z.string() }),
    });
    assert.deepEqual(answer.object, { city: 'Berlin' });
  });

  test(`${name}: throws a refusal by law without trying again`, async () => {
    await assert.rejects(
      generateText({ model: model('model-abroad'), prompt: 'hi', headers: { 'Terroir-Data': 'health' } }),
      (error) => error.statusCode === 451 && error.isRetryable === false,
    );
  });
}

test('makes vectors', async () => {
  const answer = await embed({ model: openai.embedding('vectors'), value: 'The cat sits on the mat.' });
  assert.equal(answer.embedding.length, 384);
});

test('can leave', async () => {
  const leaving = new AbortController();
  const streamed = streamText({ model: openai.chat('slow/model-one'), prompt: 'hi', abortSignal: leaving.signal });
  let aborted = false;
  for await (const part of streamed.fullStream) {
    if (part.type === 'text-delta') leaving.abort();
    aborted ||= part.type === 'abort';
  }
  assert.ok(aborted);
});
