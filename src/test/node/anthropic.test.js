import assert from 'node:assert/strict';
import { test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';

const baseURL = process.env.TERROIR_URL;
const client = new Anthropic({ baseURL, apiKey: process.env.TERROIR_KEY });
const messages = [{ role: 'user', content: 'hi' }];
const ask = (more) => ({ model: 'one/model-one', max_tokens: 100, messages, ...more });
const weather = { name: 'weather', input_schema: { type: 'object', properties: { city: { type: 'string' } } } };

test('chats', async () => {
  const message = await client.messages.create(ask({ system: 'Be brief.' }));
  assert.equal(message.content[0].text, 'hello');
  assert.equal(message.stop_reason, 'end_turn');
  assert.ok(message._request_id);
});

test('streams', async () => {
  const message = await client.messages.stream(ask()).finalMessage();
  assert.equal(message.content[0].text, 'hello');
  assert.equal(message.usage.output_tokens, 2);
});

test('calls tools in parallel, streamed, and returns their results', async () => {
  const asked = await client.messages.stream(ask({ model: 'two/model-two', tools: [weather] })).finalMessage();
  assert.equal(asked.stop_reason, 'tool_use');
  assert.deepEqual(asked.content.map((block) => block.input.city), ['Berlin', 'Delhi']);
  const results = asked.content.map((block) => ({ type: 'tool_result', tool_use_id: block.id, content: 'sun' }));
  const answer = await client.messages.create(ask({
    tools: [weather],
    messages: [...messages, { role: 'assistant', content: asked.content }, { role: 'user', content: results }],
  }));
  assert.equal(answer.content[0].text, 'hello');
});

test('sends images, and beta headers', async () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } };
  const message = await client.messages.create(
    ask({ messages: [{ role: 'user', content: [image] }] }), { headers: { 'anthropic-beta': 'some-2026-01-01' } });
  assert.equal(message.content[0].text, 'hello');
});

test('counts tokens, with beta headers too', async () => {
  const headers = { 'anthropic-beta': 'token-counting-2024-11-01' };
  const count = await client.messages.countTokens({ model: 'model-one', messages }, { headers });
  assert.ok(count.input_tokens >= 1);
});

test('throws errors of their kind', async () => {
  const stranger = new Anthropic({ baseURL, apiKey: 'tk_wrong' });
  await assert.rejects(stranger.messages.create(ask()), Anthropic.AuthenticationError);
  await assert.rejects(
    client.messages.create(ask({ model: 'model-abroad' }), { headers: { 'Terroir-Data': 'health' } }),
    (error) => error.status === 451 && error.error.error.type === 'permission_error' && Boolean(error.requestID),
  );
  await assert.rejects(client.messages.create(ask({ max_tokens: 0 })), Anthropic.BadRequestError);
});

test('throws when a stream breaks off', async () => {
  await assert.rejects(client.messages.stream(ask({ model: 'broken/model-one' })).finalMessage());
});

test('can leave', async () => {
  const stream = client.messages.stream(ask({ model: 'slow/model-one' }));
  stream.on('text', () => stream.abort());
  await assert.rejects(stream.finalMessage(), Anthropic.APIUserAbortError);
});
