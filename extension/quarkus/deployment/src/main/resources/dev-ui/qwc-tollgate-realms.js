import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@qomponent/qui-badge';
import '@vaadin/button';
import '@vaadin/icon';
import 'qwc-no-data';

const EVERY = 1000; // ms
const PATIENCE = 3000; // ms

const STATES = {
    NOT_USED_YET: { level: 'contrast', text: 'not used yet' },
    SIGNED_OUT: { level: 'contrast', text: 'signed out' },
    FRESH: { level: 'success', text: 'fresh' },
    REFRESHING: { level: 'primary', text: 'refreshing' },
    STALE: { level: 'warning', text: 'stale' },
    SESSION_EXPIRED: { level: 'error', text: 'session over' }
};

const OUTCOMES = {
    REFRESHED: { level: 'success', text: 'refreshed' },
    FAILED: { level: 'warning', text: 'failed' },
    SESSION_ENDED: { level: 'error', text: 'session over' }
};

const REASONS = {
    MISSING: 'there was no token',
    EXPIRED: 'the token had expired',
    NEAR_EXPIRY: 'ahead of expiry',
    REJECTED: 'a server had rejected the token',
    KEEP_ALIVE: 'to keep an idle session alive',
    REQUESTED: 'the application asked for it'
};

/** The realms, their sessions and the last refreshes; all that is shown of a token is a fingerprint. */
export class QwcTollgateRealms extends QwcHotReloadElement {

    static styles = css`
        :host { display: flex; flex-direction: column; gap: 1.5em; padding: 1em; overflow: auto; }
        table { border-collapse: collapse; width: 100%; }
        th { color: var(--lumo-secondary-text-color); font-weight: 500; font-size: var(--lumo-font-size-s); }
        th, td { text-align: left; vertical-align: middle; padding: 0.5em 1.25em 0.5em 0; }
        th, td { border-bottom: 1px solid var(--lumo-contrast-10pct); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .buttons { text-align: right; white-space: nowrap; padding-right: 0; }
        .failure { color: var(--lumo-error-text-color); max-width: 30em; overflow-wrap: anywhere; }
        .quiet { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        h4 { margin: 0; }
        code, qui-badge { white-space: nowrap; }
        vaadin-button { margin: 0 0 0 0.5em; }
        #answer { border-radius: var(--lumo-border-radius-m); padding: 0.5em 1em; }
        #answer.done { background: var(--lumo-success-color-10pct); color: var(--lumo-success-text-color); }
        #answer.failed { background: var(--lumo-error-color-10pct); color: var(--lumo-error-text-color); }
        #timeline { list-style: none; margin: 0; padding: 0; }
        #timeline li { display: grid; grid-template-columns: 6em 7em 1fr; gap: 0 1.25em; align-items: baseline;
            position: relative; margin-left: 6px; padding: 0.4em 0 0.4em 1.25em;
            border-left: 2px solid var(--lumo-contrast-20pct); }
        #timeline li::before { content: ''; position: absolute; left: -7px; top: 0.85em; width: 12px; height: 12px;
            border-radius: 50%; background: var(--lumo-success-color); }
        #timeline li.warning::before { background: var(--lumo-warning-color); }
        #timeline li.error::before { background: var(--lumo-error-color); }
        #timeline time { font-variant-numeric: tabular-nums; color: var(--lumo-secondary-text-color); }
    `;

    static properties = {
        _sessions: { state: true },
        _timeline: { state: true },
        _answer: { state: true },
        _now: { state: true }
    };

    constructor() {
        super();
        this.jsonRpc = new JsonRpc(this, false);
        this._sessions = null;
        this._timeline = [];
        this._answer = null;
        this._askedAt = 0;
    }

    connectedCallback() {
        super.connectedCallback();
        this._look();
        this._looking = setInterval(() => this._look(), EVERY);
    }

    disconnectedCallback() {
        clearInterval(this._looking);
        super.disconnectedCallback();
    }

    hotReload() {
        this._askedAt = 0;
        this._look();
    }

    /** What is asked while the application is reloaded is never answered. */
    _look() {
        const now = Date.now();
        if (now - this._askedAt < PATIENCE) {
            return;
        }
        this._askedAt = now;
        this.jsonRpc.look()
            .then(({ result }) => {
                this._sessions = result.sessions;
                this._timeline = result.timeline;
                this._now = Date.now();
            })
            .catch(refusal => this._tell(refusal))
            .finally(() => { this._askedAt = 0; });
    }

    _do(call) {
        this._answer = null;
        call.then(({ result }) => {
            this._answer = result;
            this._look();
        }).catch(refusal => this._tell(refusal));
    }

    _tell(refusal) {
        this._answer = { done: false, text: refusal?.error?.message ?? String(refusal) };
    }

    render() {
        if (this._sessions === null) {
            return html`<span class="quiet">Looking ..</span>`;
        }
        if (this._sessions.length === 0) {
            return html`<qwc-no-data
                message="There is no realm: no client interface has @TokenRealm, and no property begins with tollgate.<realm>."
                ></qwc-no-data>`;
        }
        return html`
            <table id="realms">
                <thead><tr>
                    <th>Realm</th><th>Session</th><th>State</th><th class="number">Generation</th><th>Token</th>
                    <th class="number">Expires in</th><th class="number">Waiters</th><th>Last failure</th><th></th>
                </tr></thead>
                <tbody>${this._sessions.map(session => this._row(session))}</tbody>
            </table>
            ${this._answer
                ? html`<div id="answer" class="${this._answer.done ? 'done' : 'failed'}">${this._answer.text}</div>`
                : ''}
            <h4>The last refreshes</h4>
            ${this._timeline.length === 0
                ? html`<span class="quiet">There was none yet.</span>`
                : html`<ol id="timeline">${this._timeline.map(refresh => this._line(refresh))}</ol>`}`;
    }

    _row(it) {
        const which = { realm: it.realm, session: it.session };
        const state = STATES[it.state];
        const isIn = it.token || it.state === 'REFRESHING';
        return html`
            <tr class="session" data-realm="${it.realm}" data-session="${it.session}">
                <td>${it.realm}</td>
                <td>${it.session}</td>
                <td class="state"><qui-badge level="${state.level}" small><span>${state.text}</span></qui-badge></td>
                <td class="generation number">${it.generation || ''}</td>
                <td class="token"><code>${it.token}</code></td>
                <td class="expiry number" title="${it.expiresAt ?? ''}">${this._timeUntil(it.expiresAt)}</td>
                <td class="waiters number">${it.waiters}</td>
                <td class="failure">${it.failure}${it.failingSince
                    ? html`<div class="quiet">since ${clock(it.failingSince)}</div>` : ''}</td>
                <td class="buttons">
                    <vaadin-button class="refresh" theme="small"
                        @click=${() => this._do(this.jsonRpc.refresh(which))}>Refresh now</vaadin-button>
                    <vaadin-button class="sign-out" theme="small error" ?disabled=${!isIn}
                        @click=${() => this._do(this.jsonRpc.signOut(which))}>Sign out</vaadin-button>
                </td>
            </tr>`;
    }

    _line(it) {
        const outcome = OUTCOMES[it.outcome];
        return html`
            <li class="${outcome.level}">
                <time datetime="${it.at}" title="${it.at}">${clock(it.at)}</time>
                <span class="outcome"><qui-badge level="${outcome.level}" small><span>${outcome.text}</span></qui-badge></span>
                <span>
                    <b>${it.realm}</b> ${it.session}${it.reason ? ` · ${REASONS[it.reason]}` : ''} ·
                    <span class="${it.outcome === 'REFRESHED' ? 'quiet' : 'failure'}">${it.detail}</span>
                </span>
            </li>`;
    }

    _timeUntil(moment) {
        if (!moment) {
            return '';
        }
        const seconds = Math.round((Date.parse(moment) - this._now) / 1000);
        return seconds > 0 ? duration(seconds) : 'expired';
    }
}

function clock(moment) {
    return new Date(moment).toLocaleTimeString([], { hour12: false });
}

function duration(seconds) {
    const parts = [[Math.floor(seconds / 86400), 'd'], [Math.floor(seconds / 3600) % 24, 'h'],
        [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']];
    const first = parts.findIndex(([count]) => count > 0);
    return parts.slice(first, first + 2).map(([count, unit]) => `${count} ${unit}`).join(' ');
}

customElements.define('qwc-tollgate-realms', QwcTollgateRealms);
