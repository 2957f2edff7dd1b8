// Served with the policy of the worker that sees the ECG: every way out must fail.
const attempt = async (work) => {
  try {
    await work();
    return 'went out';
  } catch {
    return 'blocked';
  }
};
const socket = (address) => new Promise((resolve, reject) => {
  const opened = new WebSocket(address);
  opened.onopen = resolve;
  opened.onerror = reject;
});
const request = (address) => new Promise((resolve, reject) => {
  const xhr = new XMLHttpRequest();
  xhr.onload = resolve;
  xhr.onerror = reject;
  xhr.open('GET', address);
  xhr.send();
});
const here = self.location.origin;
postMessage({
  fetch: await attempt(() => fetch(`${here}/probe-fetch`)),
  xhr: await attempt(() => request(`${here}/probe-xhr`)),
  webSocket: await attempt(() => socket(here.replace('http', 'ws') + '/probe-socket')),
  eventSource: await attempt(() => new Promise((resolve, reject) => {
    const source = new EventSource(`${here}/probe-events`);
    source.onopen = resolve;
    source.onerror = reject;
  })),
});
