import { describe, expect, it } from 'vitest'

import { isProgram, refusedIn } from '../../../model/slide-code'

describe('tags on slides', () => {
  it.each([
    '<b class="big" title="1 > 0">',
    '<svg viewBox="0 0 10 10" aria-label="A & B">',
    '<path d="M0 0L1 1" fill="url(#a)" />',
    '<a href="https://example.org/?a=1&amp;b=2" target="_blank">',
    '<a href="#later">',
    '<a href="/handouts/">',
    '<p style="color: var(--ink)">',
    '<v-click at="+1">',
    '<VClicks :every="2">',
    '<p v-click.hide="[2, 4]">',
    '<Cite of="flynn2008" />',
    '<img src="/desk.png" alt="A desk">',
  ])('%s are words, shapes or clicks', tag => {
    expect(refusedIn(tag)).toEqual([])
  })

  it.each([
    '<script setup>',
    '<SCRIPT>',
    '<template #dark>',
    '<slot name="x">',
    '<Teleport to="body">',
    '<Tweet id="1" />',
    '<video src="/a.mp4">',
    '<input type="image" src="/a.png">',
    '<p .innerHTML="x">',
    '<p :inner-html.prop="1">',
    '<p v-bind="x">',
    '<p is="vue:script">',
    '<p\nonclick="x">',
    '<p/onclick=x>',
    '<p a="b"onclick=\'x\'>',
    '<a href="java\nscript:x">',
    '<a href=" javascript:x">',
    '<a href="//example.org">',
    '<a href="file:///etc/passwd">',
    '<a href="../../guide.yaml">',
    '<a xlink:href="javascript:x">',
    '<a href="https://example.org" ping="https://example.org">',
    '<img src="/desk.png" srcset="/other.png 2x" alt="x">',
    '<table background="https://example.org/x.png">',
    '<p style="background: URL( \'https://example.org/x.png\')">',
    '<p style="background: u\\72l(https://example.org/x.png)">',
    '<p style="background: &#117;rl(https://example.org/x.png)">',
    '<rect fill="url(https://example.org/x.svg#a)">',
  ])('%s would run or fetch something', tag => {
    expect(refusedIn(tag)).not.toEqual([])
  })
})

describe('code on slides', () => {
  it.each(['ts', "ts [a title] {1,3-4|all} {lines: true, maxHeight: '100px'}", 'md {*}', 'mermaid', 'js {}'])(
    '%s is to be read',
    info => expect(isProgram(info)).toBe(false),
  )

  it.each(['ts {monaco-run}', 'ts {1} {at: go()}', "ts {maxHeight: 'a' + b}", 'mermaid {theme: [go()]}', 'plantuml'])(
    '%s would run, or be drawn elsewhere',
    info => expect(isProgram(info)).toBe(true),
  )
})
