use claimctl::domain::claim::*;
use claimctl::domain::event::Event;
use claimctl::domain::language::Language;
use claimctl::domain::problem::Problem;
use claimctl::domain::walk::Walk;
use claimctl::wizard::{self, *};
#[test]
fn dump() {
    let lib = claimctl::playbook::load(None).unwrap().0;
    let today: chrono::NaiveDate = "2026-11-20".parse().unwrap();
    for p in Problem::ALL {
        for platform in ["own-shop", "aliexpress", "amazon"] {
            for pay in ["card", "paypal", "sepa-debit", "unknown"] {
                let mut claim = Claim::draft(Language::French);
                let mut events: Vec<Event> = vec![];
                let mut walk = Walk::start();
                let mut keys = vec![];
                let t = std::time::Instant::now();
                loop {
                    let f = Facts {
                        claim: &claim,
                        events: &events,
                        library: &lib,
                        today,
                    };
                    let Some(q) = wizard::current(f, &walk) else {
                        if walk.step == Step::IdentifyProblem {
                            claim = wizard::assume(f, &walk);
                            claim.draft = false;
                            let f = Facts {
                                claim: &claim,
                                events: &events,
                                library: &lib,
                                today,
                            };
                            if wizard::after(f, &walk).is_some() {
                                continue;
                            }
                            walk.step = Step::CheckPolicy;
                            keys.push("|".into());
                            continue;
                        }
                        if walk.step == Step::CheckPolicy {
                            walk.step = Step::ContactSeller;
                            keys.push("|".into());
                            continue;
                        }
                        break;
                    };
                    keys.push(q.key.clone());
                    let a = match q.key.as_str() {
                        "problem" => Answer::Value(p.to_string()),
                        "platform" => Answer::Value(platform.into()),
                        "payment" => {
                            if pay == "unknown" {
                                Answer::Unknown
                            } else {
                                Answer::Value(pay.into())
                            }
                        }
                        "sold_by" | "shipped_by" => Answer::Value("seller".into()),
                        "seller" => Answer::Value("S".into()),
                        "ordered_on" => Answer::Value("2026-10-02".into()),
                        "latest_delivery_on" => Answer::Value("2026-11-10".into()),
                        "contract_on" => Answer::Value("2026-01-10".into()),
                        "delivered_on" => Answer::Value("2026-10-22".into()),
                        "item" => Answer::Value("x".into()),
                        "country" => Answer::Value("FR".into()),
                        "item_kind" => Answer::Value("goods".into()),
                        _ => {
                            if q.may_be_unknown {
                                Answer::Unknown
                            } else {
                                match &q.kind {
                                    Kind::Choice(c) => Answer::Value(c[0].value.clone()),
                                    _ => panic!("{}", q.key),
                                }
                            }
                        }
                    };
                    let c = wizard::take(&claim, &events, &q.key, &a, today).unwrap();
                    claim = c.claim;
                    for e in c.events {
                        let no = events.len() as u32 + 1;
                        events.push(Event { no, ..e });
                    }
                    if matches!(&a, Answer::Unknown) || a == Answer::Value("own-shop".into()) {
                        walk.unknown.insert(q.key.clone());
                    }
                    walk.question = None;
                }
                {
                    use claimctl::domain::assess::assess;
                    let show = |c: &Claim, e: &[Event]| {
                        let a = assess(c, e, &lib, today);
                        (
                            a.routes
                                .into_iter()
                                .map(|r| (r.route, r.state, r.opens_on, r.closes_on))
                                .collect::<Vec<_>>(),
                            a.deadlines
                                .into_iter()
                                .map(|d| (d.rule, d.due_on))
                                .collect::<Vec<_>>(),
                        )
                    };
                    let base = show(&claim, &events);
                    let f = Facts {
                        claim: &claim,
                        events: &events,
                        library: &lib,
                        today,
                    };
                    for q in wizard::questions(f, Step::IdentifyProblem) {
                        let trials: Vec<String> = match &q.kind {
                            Kind::Choice(c) => c.iter().map(|c| c.value.clone()).collect(),
                            Kind::Date { .. } => vec!["2026-11-01".into(), "2026-11-18".into()],
                            _ => continue,
                        };
                        let m = trials.iter().any(|v| {
                            match wizard::take(
                                &claim,
                                &events,
                                &q.key,
                                &Answer::Value(v.clone()),
                                today,
                            ) {
                                Ok(c) => {
                                    let mut ev = events.clone();
                                    for e in c.events {
                                        let no = ev.len() as u32 + 1;
                                        ev.push(Event { no, ..e });
                                    }
                                    show(&c.claim, &ev) != base
                                }
                                Err(_) => false,
                            }
                        });
                        if !m {
                            print!("NOCHANGE:{} ", q.key);
                        }
                    }
                }
                println!(
                    "{p} {platform} {pay} n={} {:?}: {}",
                    keys.len() - 2,
                    t.elapsed(),
                    keys.join(" ")
                );
            }
        }
    }
}
