// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { frameDocument, sanitiseMail } from '../../src/renderer/case/sanitise.ts'

describe('hostile HTML', () => {
  test.each([
    '<script>fetch("https://canary.test")</script>',
    '<img src=x onerror="fetch(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<svg onload=alert(1)>',
    '<iframe src="https://canary.test"></iframe>',
    '<object data="https://canary.test"></object>',
    '<form action="https://canary.test"><input name=a><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://canary.test">',
    '<base href="https://canary.test/">',
    '<link rel=stylesheet href="https://canary.test/a.css">',
    '<style>@import "https://canary.test/a.css"; body{background:url(https://canary.test)}</style>',
    '<div style="background:url(https://canary.test/a.png)">x</div>',
    '<div style="background:u\\72l(https://canary.test/a.png)">x</div>',
    '<img src="https://canary.test/a.png" srcset="https://canary.test/b.png 2x">',
    '<img src="//canary.test/a.png">',
    '<table background="https://canary.test/a.png"><tr><td>x</td></tr></table>',
    '<video poster="https://canary.test/a.png"><source src="https://canary.test/a.mp4"></video>',
    '<picture><source srcset="https://canary.test/a.png"><img></picture>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<a href="https://ok.test" ping="https://canary.test">x</a>',
    '<template><img src="https://canary.test"></template>',
  ])('%s', (html) => {
    const { html: clean } = sanitiseMail(html)
    expect(clean).not.toContain('canary')
    expect(clean).not.toMatch(
      /script|javascript:|\son\w+\s*=|<(?:svg|style|form|input|iframe|meta|base|link|object|math)/i,
    )
  })
})

test('plain formatting and inline pictures stay', () => {
  const html = '<p style="color:red">Hoi <b>Sanne</b> <img alt="logo" src="data:image/png;base64,AAAA"></p>'
  const clean = sanitiseMail(html)
  expect(clean.html).toContain('<b>Sanne</b>')
  expect(clean.html).toContain('data:image/png;base64,AAAA')
  expect(clean.html).toContain('color:red')
  expect(clean.blocked).toBe(0)
})

test('what was kept out is counted, so that the screen can say so', () => {
  expect(sanitiseMail('<img src="https://a.test/1.png"><img src="https://a.test/2.png">').blocked).toBe(2)
})

test('links lead nowhere inside the frame, and are listed outside it', () => {
  const { html, links } = sanitiseMail(
    '<a href="https://a.test/x">Volg uw <b>pakket</b></a> <a href="ftp://b.test">b</a> <a href="https://a.test/x">nog eens</a>',
  )
  expect(html).not.toContain('href')
  expect(links).toEqual([{ url: 'https://a.test/x', words: 'Volg uw pakket' }])
})

test('the frame forbids every load by itself too', () => {
  expect(frameDocument('<p>x</p>')).toContain("default-src 'none'; img-src data:")
})
