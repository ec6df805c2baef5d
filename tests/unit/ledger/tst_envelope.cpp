#include "core/Clock.h"
#include "core/Json.h"
#include "ledger/Chain.h"
#include "ledger/PlainHeader.h"

#include <QJsonDocument>
#include <QTest>
#include <QtEndian>

using namespace serein;
using namespace serein::ledger;

class TestEnvelope : public QObject {
    Q_OBJECT
    const crypto::Secret m_key{QByteArray(32, 'k')};
    const QUuid m_device{"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"};

    StoredEvent event(Chain& chain, const Fact& fact) {
        const Head head = chain.head();
        const Header header{1,
                            QUuid::createUuid(),
                            m_device,
                            "device",
                            head.sequence + 1,
                            head.hash,
                            *parseInstant("2026-11-20T14:05+08:00"),
                            HybridTime{1, 2},
                            "anna",
                            "nurse",
                            "0.1.0",
                            kindOf(fact),
                            usualClass(fact)};
        return sealEvent(header, fact, m_key);
    }

private Q_SLOTS:
    void header_readsTheSame_asWritten_andInAnyOtherForm_data() {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("at");
        QTest::newRow("plain") << "anna"
                               << "2026-11-20T09:00:00.125+08:00";
        QTest::newRow("UTC") << "anna"
                             << "2026-02-28T23:59:59.999Z";
        QTest::newRow("west") << "participant"
                              << "2024-02-29T00:00:00.000-03:30";
        QTest::newRow("escaped") << "a\"b\\c"
                                 << "2026-11-20T09:00:00.000+08:00";
        for (int place = 0; place < 8; ++place) // they are looked for in eights
            for (const char16_t odd : {u'王', u'é', u'\\', u'\x7f', u'\x1f'})
                QTest::addRow("%d letters before U+%04x", place, static_cast<unsigned>(odd))
                    << QString(place, u'a') + QChar(odd) << "2026-11-20T09:00:00.000+08:00";
    }
    void header_readsTheSame_asWritten_andInAnyOtherForm() {
        QFETCH(QString, actor);
        QFETCH(QString, at);
        const Header header{1,
                            QUuid::createUuid(),
                            QUuid::createUuid(),
                            deviceStream,
                            12,
                            QByteArray(32, 'p'),
                            *parseInstant(at),
                            {1795136400125, 3},
                            actor,
                            "nurse",
                            "0.1.0",
                            "noted",
                            BodyClass::Note};
        const QByteArray written = header.toBytes();
        const QByteArray otherwise = QJsonDocument::fromJson(written).toJson(QJsonDocument::Indented);
        for (const QByteArray& bytes : {written, otherwise}) {
            const auto read = Header::fromBytes(bytes);
            QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
            QCOMPARE(read->toBytes(), written);
            QCOMPARE(read->at, header.at);
            QCOMPARE(read->at.offsetFromUtc(), header.at.offsetFromUtc());
            QCOMPARE(read->order, header.order);
        }
        for (qsizetype place = 0; place < written.size();
             ++place) { // what is no header is none, whichever way it is read
            QByteArray changed = written;
            changed[place] = '\x01';
            QVERIFY2(!Header::fromBytes(changed), changed.constData());
        }
        for (const char* number : {"012", "-12", "1-2", "-0", "0", "99999999999999999999", "12.5", "", "+12"})
            QVERIFY2(!Header::fromBytes(QByteArray(written).replace("\"seq\":12", QByteArray("\"seq\":") + number)),
                     number);
        QVERIFY(!Header::fromBytes(written.chopped(1)));
        QVERIFY(!Header::fromBytes(written + '}'));
    }
    void whateverIsReadAsPlain_readsTheSameTheGeneralWay() { // one byte of a header exchanged, each by many
        const Header header{1,
                            QUuid::createUuid(),
                            m_device,
                            "0190",
                            10,
                            QByteArray(32, '\x9a'),
                            *parseInstant("2026-11-20T14:05:00.123+08:00"),
                            HybridTime{1763618700123, 4},
                            "anna",
                            "nurse",
                            "0.1.0",
                            "answered",
                            BodyClass::Data};
        const QByteArray written = header.toBytes();
        int read = 0;
        for (qsizetype place = 0; place < written.size(); ++place)
            for (const char other : QByteArray("0123489afgzAFZ\"\\{}[]:,+-. /\x7f\x80\xc3\t\n")) {
                QByteArray bytes = written;
                bytes[place] = other;
                const auto plain = PlainHeader::of(bytes);
                if (!plain)
                    continue;
                ++read;
                const QJsonDocument json = QJsonDocument::fromJson(bytes);
                QVERIFY2(json.isObject(), bytes.constData());
                const auto general = Header::fromBytes(json.toJson(QJsonDocument::Indented));
                QVERIFY2(general, bytes.constData());
                QCOMPARE(plain->toHeader().toBytes(), general->toBytes());
            }
        QVERIFY(read > 1000);
    }
    void clockThatStands_keepsTheTextInOrder() {
        HybridTime time{1795136400125, 0xfffe};
        const QDateTime before = QDateTime::fromMSecsSinceEpoch(1795136400000);
        const HybridTime last = time.after(before);
        QCOMPARE(last, (HybridTime{1795136400125, 0xffff}));
        const HybridTime next = last.after(before);
        QVERIFY(last < next);
        QVERIFY(last.toString() < next.toString());
    }
    void hash_isAsDocumented() { // another engineer can check it with any SHA-256
        const QByteArray header = R"({"v":1})";
        const QByteArray body = "sealed";
        const QByteArray bytes = QByteArray("serein-event-1\0", 15) + QByteArray("\0\0\0\x07", 4) + header + body;
        QCOMPARE(hashOf(header, body), crypto::sha256(bytes));
    }
    void header_readsBackTheSame() {
        const Header header{1,
                            QUuid::createUuid(),
                            m_device,
                            "0190",
                            7,
                            QByteArray(32, 'h'),
                            *parseInstant("2026-11-20T14:05:00.123+08:00"),
                            HybridTime{1763618700123, 4},
                            "anna",
                            "nurse",
                            "0.1.0",
                            "answered",
                            BodyClass::Unblinding};
        const auto read = Header::fromBytes(header.toBytes());
        QVERIFY(read);
        QCOMPARE(read->toBytes(), header.toBytes());
        QCOMPARE(instantText(read->at), QString("2026-11-20T14:05:00.123+08:00")); // UTC with its offset
        QCOMPARE(read->order, header.order);
        QCOMPARE(read->bodyClass, BodyClass::Unblinding);
    }
    void fact_readsBackTheSame() {
        const Answered fact{{"POD1", "nrs-sleep", 1}, "q1", 6};
        const auto read = factFrom("answered", bodyOf(fact));
        QVERIFY(read);
        QCOMPARE(bodyOf(*read), bodyOf(fact));
        QCOMPARE(std::get<Answered>(*read).assessment.toString(), QString("POD1/nrs-sleep/1"));
    }
    void unknownKind_isKept() {
        const auto fact = factFrom("somethingNewer", {{"x", 1}});
        QVERIFY(fact);
        QCOMPARE(kindOf(*fact), QString("somethingNewer"));
    }
    void knownKindWithoutItsFields_isRefused() { QVERIFY(!factFrom("answered", {})); }
    void body_isSealedAndBoundToItsHeader() {
        Chain chain(m_device, "device");
        StoredEvent stored = event(chain, AccountAdded{"bo", {"monitor"}});
        QVERIFY(!stored.body.contains("monitor"));
        const auto header = Header::fromBytes(stored.header);
        QVERIFY(openEvent(stored, eventKey(m_key, header->id)));
        QVERIFY(!openEvent(stored, eventKey(m_key, QUuid::createUuid()))); // another event's key
        stored.header.replace("anna", "anne");
        QVERIFY(!openEvent(stored, eventKey(m_key, header->id)));
    }
    void chain_followsAndNamesTheFirstBreak() {
        Chain whole(m_device, "device");
        QList<StoredEvent> events;
        for (const QString name : {"a", "b", "c", "d"}) {
            events.append(event(whole, AccountAdded{name, {"nurse"}}));
            QVERIFY(whole.follow(events.constLast()));
        }
        const auto firstFault = [&](const QList<StoredEvent>& list) {
            Chain chain(m_device, "device");
            for (const StoredEvent& stored : list)
                if (const auto followed = chain.follow(stored); !followed)
                    return followed.error().faults.constFirst().reason;
            return QString();
        };
        QCOMPARE(firstFault(events), QString());
        QList<StoredEvent> edited = events;
        edited[1].body[20] = static_cast<char>(edited[1].body[20] ^ 1);
        QVERIFY(firstFault(edited).startsWith("device stream, event 2: its bytes do not match its hash"));
        edited[1].hash = hashOf(edited[1].header, edited[1].body); // rehashed: the next link betrays it
        QVERIFY(firstFault(edited).startsWith("device stream, event 3: it does not follow"));
        QList<StoredEvent> removed = events;
        removed.removeAt(1);
        QVERIFY(firstFault(removed).startsWith("device stream, event 2: it is missing"));
        QList<StoredEvent> swapped = events;
        swapped.swapItemsAt(1, 2);
        QVERIFY(firstFault(swapped).startsWith("device stream, event 2:"));
    }
    void checkpointBeyondTheStream_saysItWasCut() {
        Chain chain(m_device, "device");
        const auto first = event(chain, AccountAdded{"a", {"nurse"}});
        QVERIFY(chain.follow(first));
        QVERIFY(chain.agreesWith(chain.head()));
        QVERIFY(
            chain.agreesWith({"device", 2, QByteArray(32, 'x')}).error().toString().contains("event 2: it is missing"));
        QVERIFY(!chain.agreesWith({"device", 1, QByteArray(32, 'x')}));
    }
    void hybridTime_neverRunsBackwards() {
        const QDateTime now = *parseInstant("2026-11-20T14:05Z");
        const HybridTime first = HybridTime{}.after(now);
        const HybridTime second = first.after(now.addSecs(-3600)); // a clock set back
        QVERIFY(first < second);
        QVERIFY(first.toString() < second.toString());
        QCOMPARE(HybridTime::fromString(second.toString()), second);
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
