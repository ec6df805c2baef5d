// The pages that are no item of the library, in our own words.
#include "MatrixPages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace serein::matrix {

namespace {

struct Row {
    const char* name;
    const char* type;
    const char* english;
    const char* chinese;
    const char* cue = "";
    const char* then = "";
    const char* part = "";
};

constexpr Row rows[] = {
    {"choice", "QuestionPage",
     R"({"itemId":"a","type":"choice","number":4,"count":9,"canGoBack":true,"recall":"Over the last two weeks","question":"How often did you feel rested in the morning?",
         "answer":1,"answered":true,"options":[{"value":0,"text":"Never"},{"value":1,"text":"On a few days"},{"value":2,"text":"On most days"},{"value":3,"text":"Every day"}]})",
     R"({"itemId":"a","type":"choice","number":4,"count":9,"canGoBack":true,"recall":"最近两周","question":"您早上醒来时，有多少天觉得休息好了？",
         "answer":1,"answered":true,"options":[{"value":0,"text":"没有"},{"value":1,"text":"有几天"},{"value":2,"text":"大多数日子"},{"value":3,"text":"每天"}]})"},
    {"several", "QuestionPage",
     R"({"itemId":"m","type":"multiChoice","number":4,"count":9,"canGoBack":true,"recall":"Last night","question":"What woke you? You may choose more than one.",
         "answer":[0,2],"answered":true,"options":[{"value":0,"text":"Pain"},{"value":1,"text":"Noise"},{"value":2,"text":"Light"},{"value":3,"text":"Care by staff"},{"value":4,"text":"Nothing"}]})",
     R"({"itemId":"m","type":"multiChoice","number":4,"count":9,"canGoBack":true,"recall":"昨天夜里","question":"是什么让您醒来的？可以选择多项。",
         "answer":[0,2],"answered":true,"options":[{"value":0,"text":"疼痛"},{"value":1,"text":"声音"},{"value":2,"text":"光线"},{"value":3,"text":"医护操作"},{"value":4,"text":"都没有"}]})"},
    {"nrs", "QuestionPage",
     R"({"itemId":"n","type":"scale","number":2,"count":2,"canGoBack":true,"recall":"Right now","question":"How much pain do you have when you move?",
         "help":"For example when you turn over, cough or sit up.","low":"No pain","high":"Worst pain you can imagine","answer":7,"answered":true})",
     R"({"itemId":"n","type":"scale","number":2,"count":2,"canGoBack":true,"recall":"此刻","question":"您活动时有多痛？",
         "help":"例如翻身、咳嗽或坐起来的时候。","low":"不痛","high":"能想象到的最痛","answer":7,"answered":true})"},
    {"vas", "QuestionPage",
     R"({"itemId":"v","type":"scale","display":"vas","scaleMax":100,"number":1,"count":2,"recall":"Right now","question":"How anxious or tense do you feel right now?",
         "low":"Not at all anxious","high":"As anxious as you can imagine","answer":40,"answered":true})",
     R"({"itemId":"v","type":"scale","display":"vas","scaleMax":100,"number":1,"count":2,"recall":"此刻","question":"您现在感到有多焦虑或紧张？",
         "low":"完全不焦虑","high":"能想象到的最焦虑","answer":40,"answered":true})"},
    {"clock", "QuestionPage",
     R"({"itemId":"c","type":"clock","number":1,"count":7,"recall":"Last night","question":"At what time did you turn out the light?","answer":"22:30","answered":true})",
     R"({"itemId":"c","type":"clock","number":1,"count":7,"recall":"昨天夜里","question":"您是几点关灯的？","answer":"22:30","answered":true})"},
    {"clock-keypad", "QuestionPage",
     R"({"itemId":"k","type":"clock","number":1,"count":7,"recall":"Last night","question":"At what time did you turn out the light?","answer":"22:30","answered":true})",
     R"({"itemId":"k","type":"clock","number":1,"count":7,"recall":"昨天夜里","question":"您是几点关灯的？","answer":"22:30","answered":true})",
     "patient.more", "keypad"},
    {"duration", "QuestionPage",
     R"({"itemId":"d","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"Last night","question":"How long did you sleep, as far as you can tell?","answer":385,"answered":true})",
     R"({"itemId":"d","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"昨天夜里","question":"据您估计，您一共睡着了多长时间？","answer":385,"answered":true})"},
    {"duration-keypad", "QuestionPage",
     R"({"itemId":"e","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"Last night","question":"How long did you sleep, as far as you can tell?","answer":385,"answered":true})",
     R"({"itemId":"e","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"昨天夜里","question":"据您估计，您一共睡着了多长时间？","answer":385,"answered":true})",
     "patient.more", "keypad"},
    {"number-declined", "QuestionPage",
     R"({"itemId":"f","type":"number","number":2,"count":7,"canGoBack":true,"unit":"minutes","recall":"Last night","question":"How many minutes did you lie awake before you first slept?","declined":true})",
     R"({"itemId":"f","type":"number","number":2,"count":7,"canGoBack":true,"unit":"分钟","recall":"昨天夜里","question":"关灯以后，过了多少分钟您才睡着？","declined":true})"},
    {"date", "QuestionPage",
     R"({"itemId":"g","type":"date","number":1,"count":1,"recall":"Ever","question":"When was your last operation?","answer":"2026-03-14","answered":true})",
     R"({"itemId":"g","type":"date","number":1,"count":1,"recall":"以往","question":"您上一次手术是什么时候？","answer":"2026-03-14","answered":true})"},
    {"text", "QuestionPage",
     R"({"itemId":"t","type":"text","number":5,"count":7,"canGoBack":true,"recall":"Last night","question":"Was there anything else about the night that we should know?","answer":"Noise in the corridor","answered":true})",
     R"({"itemId":"t","type":"text","number":5,"count":7,"canGoBack":true,"recall":"昨天夜里","question":"关于这一夜，还有什么想告诉我们的吗？","answer":"走廊里有声音","answered":true})"},
    {"note", "QuestionPage",
     R"({"itemId":"o","type":"note","number":1,"count":4,"question":"The next questions are about last night."})",
     R"({"itemId":"o","type":"note","number":1,"count":4,"question":"接下来的问题是关于昨天夜里的。"})"},
    {"decline", "QuestionPage",
     R"({"itemId":"p","type":"choice","number":4,"count":9,"canGoBack":true,"asksReason":true,"recall":"Over the last two weeks","question":"How often did you feel rested in the morning?",
         "declined":true,"options":[{"value":0,"text":"Never"},{"value":1,"text":"On a few days"},{"value":2,"text":"On most days"},{"value":3,"text":"Every day"}]})",
     R"({"itemId":"p","type":"choice","number":4,"count":9,"canGoBack":true,"asksReason":true,"recall":"最近两周","question":"您早上醒来时，有多少天觉得休息好了？",
         "declined":true,"options":[{"value":0,"text":"没有"},{"value":1,"text":"有几天"},{"value":2,"text":"大多数日子"},{"value":3,"text":"每天"}]})",
     "patient.decline.more", "decline", "DeclinePanel"},
    {"decline-own-words", "QuestionPage",
     R"({"itemId":"p","type":"choice","number":4,"count":9,"canGoBack":true,"asksReason":true,"recall":"Over the last two weeks","question":"How often did you feel rested in the morning?","declined":true})",
     R"({"itemId":"p","type":"choice","number":4,"count":9,"canGoBack":true,"asksReason":true,"recall":"最近两周","question":"您早上醒来时，有多少天觉得休息好了？","declined":true})",
     "patient.decline.more", "ownWords", "DeclinePanel"},
    {"text-size", "QuestionPage",
     R"({"itemId":"s","type":"note","number":1,"count":4,"question":"The next questions are about last night."})",
     R"({"itemId":"s","type":"note","number":1,"count":4,"question":"接下来的问题是关于昨天夜里的。"})", "", "textSize",
     "TextSizePanel"},
    {"breath-first", "BreathPage",
     R"({"first":true,"progress":0,"title":"Your sleep last night","instruction":"Please choose the number that fits best. 0 is the best sleep you can imagine, 10 the worst.",
         "questions":5,"language":"en","languages":[{"id":"en","label":"English"},{"id":"zh-CN","label":"简体中文"}]})",
     R"({"first":true,"progress":0,"title":"昨晚的睡眠","instruction":"请选择最符合您情况的数字。0 表示您能想到的最好的睡眠，10 表示最差的睡眠。",
         "questions":5,"language":"zh-CN","languages":[{"id":"en","label":"English"},{"id":"zh-CN","label":"简体中文"}]})",
     "patient.more"},
    {"breath", "BreathPage",
     R"({"first":false,"progress":0.5,"title":"Your sleep last night","instruction":"Please choose the number that fits best. 0 is the best sleep you can imagine, 10 the worst.","questions":5,
         "calmText":"Thank you for telling us. Someone from the team will come and talk with you soon."})",
     R"({"first":false,"progress":0.5,"title":"昨晚的睡眠","instruction":"请选择最符合您情况的数字。0 表示您能想到的最好的睡眠，10 表示最差的睡眠。","questions":5,
         "calmText":"谢谢您告诉我们。很快会有工作人员来和您谈一谈。"})",
     "patient.more"},
    {"review", "ReviewPage",
     R"({"progress":0.9,"canGoBack":true,"checks":[{"id":"x","text":"You slept 9 h of the 7 h that you were in bed. Is that right?"}],
         "rows":[{"item":"q1","question":"How often did you feel rested?","answer":"On a few days","answered":true,"declined":false},
         {"item":"q2","question":"How often did you lie awake and worry?","answer":"","answered":false,"declined":true},
         {"item":"q3","question":"How often did you sleep during the day because you were tired?","answer":"","answered":false,"declined":false}]})",
     R"({"progress":0.9,"canGoBack":true,"checks":[{"id":"x","text":"您在床上 7 小时，却睡了 9 小时，对吗？"}],
         "rows":[{"item":"q1","question":"您有多少天觉得休息好了？","answer":"有几天","answered":true,"declined":false},
         {"item":"q2","question":"您有多少天醒着发愁？","answer":"","answered":false,"declined":true},
         {"item":"q3","question":"您有多少天因为累而在白天睡觉？","answer":"","answered":false,"declined":false}]})",
     "patient.more"},
    {"cover", "CoverPage",
     R"({"calmText":"Thank you for telling us. Someone from the team will come and talk with you soon."})",
     R"({"calmText":"谢谢您告诉我们。很快会有工作人员来和您谈一谈。"})"},
    {"closing", "CoverPage", R"({"finished":true})", R"({"finished":true})"},
    {"pin", "CoverPage", R"({"padOpen":true,"pinFault":"That is not the PIN. Tries left: 4."})",
     R"({"padOpen":true,"pinFault":"PIN 码不正确。还可以试 4 次。"})"},
};

} // namespace

QList<Page> otherPages(const View& view) {
    QList<Page> pages;
    for (const Row& row : rows) {
        QJsonParseError fault;
        const QByteArray json(view.language == QStringLiteral("en") ? row.english : row.chinese);
        Page page;
        page.properties = QJsonDocument::fromJson(json, &fault).object().toVariantMap();
        if (fault.error != QJsonParseError::NoError)
            qFatal("%s: %s", row.name, qPrintable(fault.errorString()));
        page.name = QString::fromLatin1(row.name);
        page.type = QString::fromLatin1(row.type);
        page.cue = QString::fromLatin1(row.cue);
        page.then = QString::fromLatin1(row.then);
        page.part = QString::fromLatin1(row.part);
        if (page.type ==
            QStringLiteral("QuestionPage")) { // what a row doesn't say is not left over from the one before
            QVariantMap whole = questionProperties();
            whole.insert(page.properties);
            whole.insert(QStringLiteral("textPercent"), view.percent);
            whole.insert(QStringLiteral("look"), view.look);
            page.properties = whole;
        }
        if (page.type == QStringLiteral("QuestionPage") && page.part.isEmpty()) {
            page.names = questionNames();
            page.cue = QStringLiteral("patient.more");
            for (const char* words : {"recall", "question", "help", "low", "high"})
                page.words += page.properties.value(QString::fromLatin1(words)).toString();
            for (const QVariant& option : page.properties.value(QStringLiteral("options")).toList())
                page.words += option.toMap().value(QStringLiteral("text")).toString();
        }
        pages += page;
    }
    return pages;
}

} // namespace serein::matrix
