import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';

const baseURL = `${process.env.TERROIR_URL}/v1`;
const client = new OpenAI({ baseURL, apiKey: process.env.TERROIR_KEY });
const messages = [{ role: 'user', content: 'hi' }];
const weather = {
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
};

test('chats', async () => {
  const answer = await client.chat.completions.create({ model: 'one/model-one', messages });
  assert.equal(answer.choices[0].message.content, 'hello');
  assert.equal(answer.usage.prompt_tokens, 3);
});

test('streams, with usage where it is asked for', async () => {
  const stream = client.chat.completions.stream({
    model: 'one/model-one', messages, stream_options: { include_usage: true },
  });
  const answer = await stream.finalChatCompletion();
  assert.equal(answer.choices[0].message.content, 'hello');
  assert.equal(answer.usage.completion_tokens, 2);
});

test('calls tools in parallel, streamed', async () => {
  const stream = client.chat.completions.stream({ model: 'two/model-two', messages, tools: [weather] });
  const calls = (await stream.finalChatCompletion()).choices[0].message.tool_calls;
  assert.deepEqual(calls.map((call) => call.id), ['call_1', 'call_2']);
  assert.deepEqual(calls.map((call) => JSON.parse(call.function.arguments).city), ['Berlin', 'Delhi']);
});

test('asks for JSON by a schema, and sends images', async () => {
  const answer = await client.chat.completions.create({
    model: 'json/model-one',
    messages: [{ role: 'user', content: [
      { type: 'text', text: 'Where?' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
    ] }],
    response_format: { type: 'json_schema', json_schema: { name: 'place', schema: { type: 'object' } } },
  });
  assert.deepEqual(JSON.parse(answer.choices[0].message.content), { city: 'Berlin' });
});

test('reads vectors in base64, which it asks for by itself, and as numbers', async () => {
  const input = 'The cat sits on the mat.';
  const decoded = await client.embeddings.create({ model: 'vectors', input });
  const numbers = await client.embeddings.create({ model: 'vectors', input, encoding_format: 'float' });
  assert.equal(decoded.data[0].embedding.length, 384);
  assert.ok(Math.abs(decoded.data[0].embedding[0] - numbers.data[0].embedding[0]) < 1e-6);
});

test('reads responses, whole and streamed', async () => {
  const whole = await client.responses.create({ model: 'one/model-one', input: 'hi' });
  assert.equal(whole.output_text, 'hello');
  const types = [];
  for await (const event of await client.responses.create({ model: 'two/model-two', input: 'hi', stream: true })) {
    assert.equal(event.sequence_number, types.length);
    types.push(event.type);
  }
  assert.equal(types.at(-1), 'response.completed');
});

test('throws a refusal by law, once', async () => {
  let asked = 0;
  const counting = new OpenAI({
    baseURL, apiKey: process.env.TERROIR_KEY,
    fetch: (url, init) => { asked++; return fetch(url, init); },
  });
  const options = { headers: { 'Terroir-Data': 'health' } };
  await assert.rejects(
    counting.chat.completions.create({ model: 'model-abroad', messages }, options),
    (error) => error.status === 451 && error.code === 'no_lawful_deployment' && error.param === 'model',
  );
  assert.equal(asked, 1);
});

test('throws that a key is not known, and that a stream breaks off', async () => {
  const stranger = new OpenAI({ baseURL, apiKey: 'tk_wrong' });
  await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
  for (const call of [
    () => client.chat.completions.create({ model: 'broken/model-one', messages, stream: true }),
    () => client.responses.create({ model: 'broken/model-one', input: 'hi', stream: true }),
  ]) {
    await assert.rejects(async () => { for await (const chunk of await call()) assert.ok(chunk); });
  }
});

test('can leave', async () => {
  const stream = await client.chat.completions.create({ model: 'slow/model-one', messages, stream: true });
  for await (const chunk of stream) {
    assert.equal(chunk.choices[0].delta.content, 'wait');
    stream.controller.abort();
  }
  assert.ok(stream.controller.signal.aborted);
});
