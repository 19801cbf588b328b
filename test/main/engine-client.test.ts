import { describe, expect, it } from 'vitest'
import { createEngineClient } from '../../src/main/engine-client.ts'

function fakePort() {
  const sent: { seq: number; name: string; actor: string | null }[] = []
  let listener: (message: { data: unknown }) => void = () => undefined
  return {
    sent,
    closed: false,
    say: (message: unknown) => listener({ data: JSON.stringify(message) }),
    on(_event: 'message', heard: (message: { data: unknown }) => void) {
      listener = heard
    },
    postMessage: (message: string) => sent.push(JSON.parse(message)),
    start: () => undefined,
    close() {
      this.closed = true
    },
  }
}

describe('main as a client of the engine', () => {
  it('gets the answer that belongs to its call, as the person who sits here', async () => {
    const client = createEngineClient()
    const port = fakePort()
    client.attach(port)
    const first = client.call('staff.list', {})
    client.setActor('s1')
    const second = client.call('attention.get', {})
    expect(port.sent.map(({ actor }) => actor)).toEqual([null, 's1'])
    port.say({ seq: port.sent[1]!.seq, result: { ok: true, value: 'second' } })
    port.say({ seq: port.sent[0]!.seq, result: { ok: true, value: 'first' } })
    expect(await first).toEqual({ ok: true, value: 'first' })
    expect(await second).toEqual({ ok: true, value: 'second' })
  })

  it('fails when the engine is away, or goes', async () => {
    const client = createEngineClient()
    const away = { ok: false, error: { code: 'engine-away' } }
    expect(await client.call('staff.list', {})).toEqual(away)
    const port = fakePort()
    client.attach(port)
    const pending = client.call('staff.list', {})
    client.detach()
    expect(await pending).toEqual(away)
    expect(port.closed).toBe(true)
  })

  it('hears events, also of the next engine', () => {
    const client = createEngineClient()
    const heard: unknown[] = []
    const stop = client.on('attention', (attention) => heard.push(attention.overdue))
    for (const overdue of [1, 2]) {
      const port = fakePort()
      client.attach(port)
      port.say({ event: 'attention', payload: { overdue } })
      if (overdue === 2) {
        stop()
        port.say({ event: 'attention', payload: { overdue: 3 } })
      }
    }
    expect(heard).toEqual([1, 2])
  })
})
