<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AlertCard</name>
        <message>
            <source>! %1 · %2</source>
            <comment>subject, instrument</comment>
            <translation>! %1 · %2</translation>
        </message>
        <message>
            <source>Raised %1. To be acknowledged before %2.</source>
            <translation>触发时间：%1。须在 %2 之前确认。</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>已采取的措施</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>确认处理</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message numerus="yes">
            <source>%n alert(s) to look after now</source>
            <translation>
                <numerusform>有 %n 条警报需要立即处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>No alert is waiting.</source>
            <translation>没有待处理的警报。</translation>
        </message>
    </context>
    <context>
        <name>AnchorList</name>
        <message>
            <source>not set</source>
            <translation>未设定</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>AnchorPage</name>
        <message>
            <source>%1 · %2</source>
            <comment>subject, anchor</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>当前：%1</translation>
        </message>
        <message>
            <source>Date and time at the site</source>
            <translation>研究中心当地日期和时间</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Fills in the present date and time</source>
            <translation>填入当前日期和时间</translation>
        </message>
        <message>
            <source>It was postponed</source>
            <translation>时间推迟了</translation>
        </message>
        <message>
            <source>It was mistyped</source>
            <translation>之前填错了</translation>
        </message>
        <message>
            <source>Reason for the change</source>
            <translation>更改原因</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>AnswerArea</name>
        <message>
            <source>This tablet can&apos;t ask this question. Please tell your nurse, and go on with “I&apos;d rather not answer”.</source>
            <translation>这台平板无法显示这个问题。请告诉护士，然后点“我不想回答”继续。</translation>
        </message>
    </context>
    <context>
        <name>AnswerWords</name>
        <message>
            <source>, </source>
            <comment>between several choices</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
    </context>
    <context>
        <name>BreathPage</name>
        <message>
            <source>Begin ›</source>
            <translation>开始 ›</translation>
        </message>
        <message>
            <source>Go on ›</source>
            <translation>继续 ›</translation>
        </message>
        <message>
            <source>Welcome. Take all the time you need.</source>
            <translation>您好。请慢慢来，不着急。</translation>
        </message>
        <message>
            <source>That part is done. Thank you.</source>
            <translation>这一部分完成了，谢谢您。</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <comment>the title of the next questions</comment>
            <translation>接下来：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s)</source>
            <translation>
                <numerusform>共 %n 个问题</numerusform>
            </translation>
        </message>
        <message>
            <source>In which language would you like to read?</source>
            <translation>您想用哪种语言阅读？</translation>
        </message>
    </context>
    <context>
        <name>CheckCard</name>
        <message>
            <source>Change it</source>
            <translation>我来修改</translation>
        </message>
        <message>
            <source>It is right</source>
            <translation>没有错</translation>
        </message>
    </context>
    <context>
        <name>CoverPage</name>
        <message>
            <source>Thank you. Please give the tablet back to your nurse.</source>
            <translation>谢谢您。请把平板交还给护士。</translation>
        </message>
        <message>
            <source>Please give the tablet back to your nurse.</source>
            <translation>请把平板交还给护士。</translation>
        </message>
        <message>
            <source>I&apos;d like to go on</source>
            <translation>我想继续回答</translation>
        </message>
        <message>
            <source>Staff: please enter your PIN</source>
            <translation>工作人员：请输入 PIN 码</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
    </context>
    <context>
        <name>DeclinePanel</name>
        <message>
            <source>I don&apos;t know</source>
            <translation>我不知道</translation>
        </message>
        <message>
            <source>I&apos;d rather not say</source>
            <translation>我不想说</translation>
        </message>
        <message>
            <source>It doesn&apos;t fit me</source>
            <translation>不适合我的情况</translation>
        </message>
        <message>
            <source>I&apos;m too tired</source>
            <translation>我太累了</translation>
        </message>
        <message>
            <source>If you like, tell us why:</source>
            <translation>如果您愿意，可以告诉我们原因：</translation>
        </message>
        <message>
            <source>In my own words</source>
            <translation>我自己写</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>不说明原因</translation>
        </message>
        <message>
            <source>Why you&apos;d rather not answer</source>
            <translation>您不想回答的原因</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>DigitEntry</name>
        <message>
            <source>There is no such date. Please check it.</source>
            <translation>没有这个日期，请核对。</translation>
        </message>
        <message>
            <source>There is no such time. Please check it.</source>
            <translation>没有这个时间，请核对。</translation>
        </message>
        <message>
            <source>h</source>
            <comment>hours</comment>
            <translation>小时</translation>
        </message>
        <message>
            <source>min</source>
            <comment>minutes</comment>
            <translation>分钟</translation>
        </message>
        <message>
            <source>year, month, day</source>
            <translation>年、月、日</translation>
        </message>
        <message>
            <source>%1 or %2?</source>
            <comment>AM or PM</comment>
            <translation>%1还是%2？</translation>
        </message>
        <message>
            <source>nothing entered yet</source>
            <translation>还没有填写</translation>
        </message>
        <message>
            <source>Wheels</source>
            <translation>转轮</translation>
        </message>
        <message>
            <source>Use the wheels</source>
            <translation>改用转轮选择</translation>
        </message>
        <message>
            <source>Decimal point</source>
            <translation>小数点</translation>
        </message>
        <message>
            <source>Minus sign</source>
            <translation>负号</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>Subject id</source>
            <translation>受试者编号</translation>
        </message>
        <message>
            <source>Language of the questions</source>
            <translation>答题语言</translation>
        </message>
        <message>
            <source>The next three are optional. They are stored apart from the answers, under a key of their own.</source>
            <translation>以下三项可不填。它们与答案分开存放，使用单独的密钥。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Record number</source>
            <translation>病历号</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>入组</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>Export %1</source>
            <translation>导出 %1</translation>
        </message>
        <message>
            <source>Folder to write to</source>
            <translation>写入的文件夹</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>加密封装</translation>
        </message>
        <message>
            <source>Unsealed</source>
            <translation>不加密</translation>
        </message>
        <message>
            <source>Certificate file of the person who may open it</source>
            <translation>有权打开者的证书文件</translation>
        </message>
        <message>
            <source>Anyone who finds an unsealed bundle can read it. The reason is recorded.</source>
            <translation>未加密的数据包任何人拿到都能读取。原因会被记录。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>%1 (for example %2)</source>
            <translation>%1（例如 %2）</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) typed</source>
            <translation>
                <numerusform>已输入 %n 个字符</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormFields</name>
        <message>
            <source>%1 … %2</source>
            <comment>both ends of a scale</comment>
            <translation>%1……%2</translation>
        </message>
        <message>
            <source>minutes, or hours and minutes as 7:30</source>
            <translation>分钟数，或按 7:30 的格式填写小时和分钟</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>%1: %2</source>
            <comment>a form and whom it is about</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Hand over to %1</source>
            <translation>交给 %1</translation>
        </message>
        <message>
            <source>Please ask the participant: %1?</source>
            <translation>请询问受试者：%1？</translation>
        </message>
        <message>
            <source>Who taps the answers</source>
            <translation>由谁点选答案</translation>
        </message>
        <message>
            <source>The participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>The participant, with help</source>
            <translation>受试者本人，有人协助</translation>
        </message>
        <message>
            <source>I read aloud and tap</source>
            <translation>我朗读并代为点选</translation>
        </message>
        <message>
            <source>Language of the questions</source>
            <translation>答题语言</translation>
        </message>
        <message>
            <source>Choose a PIN of 4 to 8 digits; with it you take the tablet back</source>
            <translation>请设一个 4 到 8 位数字的 PIN 码，取回平板时使用</translation>
        </message>
        <message>
            <source>Yes, hand over now</source>
            <translation>核对无误，现在交出</translation>
        </message>
        <message>
            <source>I ask by telephone</source>
            <translation>我通过电话询问</translation>
        </message>
        <message>
            <source>Somebody answers for them</source>
            <translation>由他人代答</translation>
        </message>
        <message>
            <source>Who helps, reads aloud or answers (a function, not a name: nurse, daughter …)</source>
            <translation>由谁协助、朗读或代答（写身份，不写姓名：护士、女儿……）</translation>
        </message>
        <message>
            <source>Where (ward, clinic, home; may stay empty)</source>
            <translation>地点（病房、门诊、家中；可不填）</translation>
        </message>
        <message>
            <source>Hand over all the same</source>
            <translation>仍然交出</translation>
        </message>
    </context>
    <context>
        <name>Keypad</name>
        <message>
            <source>Erase</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>LockScreen</name>
        <message>
            <source>Please bring this tablet to the nurse</source>
            <translation>请把这台平板交给护士</translation>
        </message>
        <message>
            <source>Serein</source>
            <translation>Serein</translation>
        </message>
        <message>
            <source>Demonstration: participants are invented</source>
            <translation>演示：受试者均为虚构</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>您是哪位？</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>正在核对……</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
    </context>
    <context>
        <name>NrsRow</name>
        <message>
            <source>%1, %2</source>
            <comment>a number and what it stands for</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>ParticipantPage</name>
        <message>
            <source>%1 · invented</source>
            <comment>a synthetic participant</comment>
            <translation>%1 · 虚构</translation>
        </message>
        <message>
            <source>Export this participant</source>
            <translation>导出该受试者的数据</translation>
        </message>
    </context>
    <context>
        <name>ParticipantsPage</name>
        <message>
            <source>Participants</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>Nobody is enrolled yet.</source>
            <translation>还没有受试者入组。</translation>
        </message>
        <message>
            <source>%1 · invented</source>
            <comment>a synthetic participant</comment>
            <translation>%1 · 虚构</translation>
        </message>
    </context>
    <context>
        <name>PatientBar</name>
        <message>
            <source>Next ›</source>
            <translation>下一题 ›</translation>
        </message>
        <message>
            <source>‹ Back</source>
            <translation>‹ 上一题</translation>
        </message>
        <message>
            <source>I&apos;d rather not answer</source>
            <translation>我不想回答</translation>
        </message>
    </context>
    <context>
        <name>PatientTop</name>
        <message>
            <source>%1 of %2</source>
            <comment>question number of how many</comment>
            <translation>第 %1/%2 题</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Covers the questions. Your answers are kept.</source>
            <translation>遮住问题。您的答案都会保留。</translation>
        </message>
        <message>
            <source>Aa</source>
            <comment>text size</comment>
            <translation>字号</translation>
        </message>
        <message>
            <source>Text size and light</source>
            <translation>文字大小和亮度</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>朗读</translation>
        </message>
        <message>
            <source>Reads this page aloud.</source>
            <translation>朗读这一页的内容。</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>已输入 %n 位数字</numerusform>
            </translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>PlanColumn</name>
        <message>
            <source>Hand over</source>
            <translation>交出平板</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>填写</translation>
        </message>
    </context>
    <context>
        <name>PlanTable</name>
        <message>
            <source>begun</source>
            <translation>已开始</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>‹ Earlier</source>
            <translation>‹ 较早</translation>
        </message>
        <message>
            <source>Later ›</source>
            <translation>较晚 ›</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 % done</source>
            <translation>已完成 %1%</translation>
        </message>
    </context>
    <context>
        <name>QuestionPage</name>
        <message>
            <source>This answer is not complete yet.</source>
            <translation>这个回答还没有填完整。</translation>
        </message>
        <message>
            <source>Please answer first, or tap “I&apos;d rather not answer”.</source>
            <translation>请先作答，或点“我不想回答”。</translation>
        </message>
        <message>
            <source>You chose not to answer. You can still change it.</source>
            <translation>您选择了不回答。您随时可以更改。</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Worklist</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Alerts: %1</source>
            <translation>警报：%1</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Light: night</source>
            <translation>亮度：夜间</translation>
        </message>
        <message>
            <source>Light: strong contrast</source>
            <translation>亮度：高对比</translation>
        </message>
        <message>
            <source>Light: day</source>
            <translation>亮度：日间</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>I&apos;d rather not answer</source>
            <translation>我不想回答</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>尚未回答</translation>
        </message>
        <message>
            <source>Please look over your answers. Tap one to change it.</source>
            <translation>请查看您的回答。点其中一项可以更改。</translation>
        </message>
        <message>
            <source>Please look at the question at the top first.</source>
            <translation>请先看一下最上面的问题。</translation>
        </message>
        <message>
            <source>Tap the answer that you would like to change.</source>
            <translation>请点一下您想修改的答案。</translation>
        </message>
    </context>
    <context>
        <name>ReviewRow</name>
        <message>
            <source>%1: %2</source>
            <comment>a question and its answer</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Tap to change</source>
            <translation>点按更改</translation>
        </message>
    </context>
    <context>
        <name>ScrollArea</name>
        <message>
            <source>↑ Back to the top</source>
            <translation>↑ 回到开头</translation>
        </message>
        <message>
            <source>↓ More</source>
            <translation>↓ 更多</translation>
        </message>
    </context>
    <context>
        <name>StaffBanners</name>
        <message>
            <source>Demonstration: participants are invented</source>
            <translation>演示：受试者均为虚构</translation>
        </message>
        <message numerus="yes">
            <source>! %n alert(s) waiting. Open</source>
            <translation>
                <numerusform>! 有 %n 条警报待处理，点此查看</numerusform>
            </translation>
        </message>
        <message>
            <source>The tablet was with %1 (%2) when it locked. The answers are safe.</source>
            <translation>平板锁定时正在 %1（%2）手中。答案都已安全保存。</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>再次交出</translation>
        </message>
        <message>
            <source>Keep the tablet</source>
            <translation>留下平板</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>‹ Back</source>
            <translation>‹ 返回</translation>
        </message>
    </context>
    <context>
        <name>StaffPlaces</name>
        <message>
            <source>Whose data do you want to export?</source>
            <translation>要导出谁的数据？</translation>
        </message>
    </context>
    <context>
        <name>TextSizePanel</name>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>亮度</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日间</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>夜间</translation>
        </message>
        <message>
            <source>Strong contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>TimeEntry</name>
        <message>
            <source>%1, %2</source>
            <comment>a time and the part of the day</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>时</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Use a keypad</source>
            <translation>改用数字键</translation>
        </message>
    </context>
    <context>
        <name>TimeWords</name>
        <message>
            <source>%1 %2</source>
            <comment>an hour and AM or PM</comment>
            <translation>%2%1</translation>
        </message>
        <message>
            <source>at night</source>
            <translation>夜里</translation>
        </message>
        <message>
            <source>in the morning</source>
            <translation>上午</translation>
        </message>
        <message>
            <source>in the afternoon</source>
            <translation>下午</translation>
        </message>
        <message>
            <source>in the evening</source>
            <translation>晚上</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>Please enter %1 or more.</source>
            <translation>请填写不少于 %1 的数。</translation>
        </message>
        <message>
            <source>Please enter %1 at most.</source>
            <translation>最多填 %1，请核对。</translation>
        </message>
        <message>
            <source>Please enter a time from %1 to %2.</source>
            <translation>请填写 %1 到 %2 之间的时间。</translation>
        </message>
        <message>
            <source>Please enter a number from %1 to %2.</source>
            <translation>请填写 %1 到 %2 之间的数字。</translation>
        </message>
        <message>
            <source>Please enter %1 or less.</source>
            <translation>请填写不超过 %1 的数。</translation>
        </message>
    </context>
    <context>
        <name>VasLine</name>
        <message>
            <source>From %1 to %2</source>
            <translation>从%1到%2</translation>
        </message>
        <message>
            <source>‹ A little to the left</source>
            <translation>‹ 向左一点</translation>
        </message>
        <message>
            <source>A little to the right ›</source>
            <translation>向右一点 ›</translation>
        </message>
        <message>
            <source>no mark yet</source>
            <translation>还没有标记</translation>
        </message>
        <message>
            <source>at the left end</source>
            <translation>在最左端</translation>
        </message>
        <message>
            <source>near the left end</source>
            <translation>靠近左端</translation>
        </message>
        <message>
            <source>about a quarter of the way</source>
            <translation>大约四分之一处</translation>
        </message>
        <message>
            <source>about a third of the way</source>
            <translation>大约三分之一处</translation>
        </message>
        <message>
            <source>a little left of the middle</source>
            <translation>中间偏左一点</translation>
        </message>
        <message>
            <source>about the middle</source>
            <translation>大约在中间</translation>
        </message>
        <message>
            <source>a little right of the middle</source>
            <translation>中间偏右一点</translation>
        </message>
        <message>
            <source>about two thirds of the way</source>
            <translation>大约三分之二处</translation>
        </message>
        <message>
            <source>about three quarters of the way</source>
            <translation>大约四分之三处</translation>
        </message>
        <message>
            <source>near the right end</source>
            <translation>靠近右端</translation>
        </message>
        <message>
            <source>at the right end</source>
            <translation>在最右端</translation>
        </message>
        <message>
            <source>A little to the left</source>
            <translation>向左一点</translation>
        </message>
        <message>
            <source>A little to the right</source>
            <translation>向右一点</translation>
        </message>
    </context>
    <context>
        <name>Wheel</name>
        <message>
            <source>nothing chosen yet</source>
            <translation>还没有选择</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>This could not be used, and nothing was changed. %1 Please check it and try again.</source>
            <translation>该内容无法使用，未作任何更改。%1 请检查后再试。</translation>
        </message>
        <message>
            <source>This was not allowed, and nothing was changed. %1</source>
            <translation>此操作不被允许，未作任何更改。%1</translation>
        </message>
        <message>
            <source>A check found something wrong, and nothing was changed. %1 Please call the data manager.</source>
            <translation>检查发现问题，未作任何更改。%1 请联系数据管理员。</translation>
        </message>
        <message>
            <source>The tablet could not save or read this. Everything saved before is safe. %1 Try again; if it happens again, call the data manager.</source>
            <translation>平板无法保存或读取。之前保存的内容都是安全的。%1 请再试一次；若再次出现，请联系数据管理员。</translation>
        </message>
        <message>
            <source>Your account may not export. Nothing was written. Ask an investigator or a data manager.</source>
            <translation>您的账户无权导出。未写入任何内容。请找研究者或数据管理员。</translation>
        </message>
        <message>
            <source>Your account may not enrol participants. Nothing was saved. Ask a nurse or an investigator.</source>
            <translation>您的账户无权为受试者办理入组。未保存任何内容。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not change dates. Nothing was saved. Ask a nurse or an investigator.</source>
            <translation>您的账户无权更改日期。未保存任何内容。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not hand over the tablet. Ask a nurse or an investigator.</source>
            <translation>您的账户无权交出平板。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not acknowledge alerts. The alert stays open. Call a nurse or an investigator now.</source>
            <translation>您的账户无权确认警报。警报仍未处理。请立即联系护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not do this. Nothing was changed. Ask an investigator.</source>
            <translation>您的账户无权进行此操作。未作任何更改。请找研究者。</translation>
        </message>
        <message>
            <source>The study&apos;s data in %1 belong to another tablet. They are safe and were not touched. Please give this tablet to the data manager.</source>
            <translation>%1 中的研究数据属于另一台平板。数据安全，未被改动。请把这台平板交给数据管理员。</translation>
        </message>
        <message>
            <source>The study&apos;s data in %1 were changed from outside. Nothing was opened. Please call the data manager.</source>
            <translation>%1 中的研究数据被外部改动过。未打开任何内容。请联系数据管理员。</translation>
        </message>
        <message>
            <source>There is no study on this tablet that can be opened (looked in %1). Nothing was changed. Please give this tablet to the data manager, who sets up a study.</source>
            <translation>这台平板上没有可以打开的研究（已查找 %1）。未作任何更改。请把平板交给数据管理员进行设置。</translation>
        </message>
        <message>
            <source>Too many wrong passphrases. Everything is safe. Please wait %1 s and try again.</source>
            <translation>口令错误次数过多。所有数据都是安全的。请等待 %1 秒后再试。</translation>
        </message>
        <message>
            <source>The name or the passphrase is not right, or the account is no longer active. Everything is safe. Please try again, or ask your administrator.</source>
            <translation>姓名或口令不正确，或账户已停用。所有数据都是安全的。请再试一次，或联系管理员。</translation>
        </message>
        <message>
            <source>due</source>
            <translation>现在可做</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>upcoming</source>
            <translation>即将到来</translation>
        </message>
        <message>
            <source>no date yet</source>
            <translation>尚无日期</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>1 scale done</source>
            <translation>1 份量表已完成</translation>
        </message>
        <message>
            <source>%1 scales done</source>
            <translation>%1 份量表已完成</translation>
        </message>
        <message>
            <source>%1 of %2 scales left</source>
            <translation>%2 份量表中还剩 %1 份</translation>
        </message>
        <message>
            <source>1 scale</source>
            <translation>1 份量表</translation>
        </message>
        <message>
            <source>%1 scales</source>
            <translation>%1 份量表</translation>
        </message>
        <message>
            <source>opens in %1</source>
            <translation>%1后开放</translation>
        </message>
        <message>
            <source>opens %1</source>
            <translation>%1 开放</translation>
        </message>
        <message>
            <source>closes in %1</source>
            <translation>%1后截止</translation>
        </message>
        <message>
            <source>closes %1</source>
            <translation>%1 截止</translation>
        </message>
        <message>
            <source>closed %1 ago</source>
            <translation>已截止 %1</translation>
        </message>
        <message>
            <source>closed %1</source>
            <translation>%1 已截止</translation>
        </message>
        <message>
            <source>en</source>
            <comment>BCP 47 tag of the language of dates</comment>
            <translation>zh-CN</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <comment>format of a date with time</comment>
            <translation>yyyy年M月d日 HH:mm</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
    </context>
    <context>
        <name>WorklistPage</name>
        <message>
            <source>Worklist</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>现在可做</translation>
        </message>
        <message>
            <source>Upcoming</source>
            <translation>即将到来</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Nothing is planned yet. Enrol a participant to begin.</source>
            <translation>还没有安排。请先为受试者办理入组。</translation>
        </message>
    </context>
    <context>
        <name>WorklistRow</name>
        <message>
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>timepoint, how many scales</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交出平板</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AppModel</name>
        <message>
            <source>A PIN has 4 to 8 digits, and two people can&apos;t have the same one. Please choose another.</source>
            <translation>PIN 码为 4 到 8 位数字，且不能与他人相同。请换一个。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The answers are safe. Please unlock with your passphrase.</source>
            <translation>PIN 码错误次数过多。答案都已安全保存。请用您的口令解锁。</translation>
        </message>
        <message>
            <source>That is not the PIN. Tries left: %1.</source>
            <translation>PIN 码不正确。还可以试 %1 次。</translation>
        </message>
        <message>
            <source>The tablet could not save this. The answers given so far are safe. Please try again.</source>
            <translation>平板未能保存此操作。已填写的答案都是安全的。请再试一次。</translation>
        </message>
        <message>
            <source>The tablet is back with you. Please unlock it with your own passphrase, so that your work carries your name.</source>
            <translation>平板已交还给您。请用您自己的口令解锁，以便操作记录在您的名下。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::DeskModel</name>
        <message>
            <source>This subject id can&apos;t be used: it has to look like %1 and be nobody else&apos;s. Nothing was saved.</source>
            <translation>此受试者编号不能使用：格式应如 %1，且不能与他人重复。未保存任何内容。</translation>
        </message>
        <message>
            <source>%1: please write it like %2. Nothing was saved.</source>
            <translation>%1：请按 %2 的格式填写。未保存任何内容。</translation>
        </message>
        <message>
            <source>Enrolled %1.</source>
            <translation>%1 已入组。</translation>
        </message>
        <message>
            <source>Please write date and time like 2026-11-20 14:05. Nothing was saved.</source>
            <translation>请按 2026-11-20 14:05 的格式填写日期和时间。未保存任何内容。</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1：%2。</translation>
        </message>
        <message>
            <source>%1 does not match this participant, so the tablet was not handed over. Check who is in front of you.</source>
            <translation>%1与该受试者不符，平板未交出。请核对面前的人是谁。</translation>
        </message>
        <message>
            <source>The tablet stays with you. The answers given so far are kept.</source>
            <translation>平板留在您这里。已填写的答案都已保留。</translation>
        </message>
        <message>
            <source>Acknowledged.</source>
            <translation>已确认处理。</translation>
        </message>
        <message>
            <source>Somebody has acknowledged this alert already.</source>
            <translation>这条警报已有人确认处理。</translation>
        </message>
        <message>
            <source>There is no such folder, and it can&apos;t be made. Nothing was written. Please choose another.</source>
            <translation>该文件夹不存在，也无法创建。未写入任何内容。请另选一个。</translation>
        </message>
        <message>
            <source>Exported, sealed: %1</source>
            <translation>已导出（已加密封装）：%1</translation>
        </message>
        <message>
            <source>Exported, not sealed: %1</source>
            <translation>已导出（未加密封装）：%1</translation>
        </message>
        <message>
            <source>This entry doesn&apos;t fit the field. Nothing was saved yet.</source>
            <translation>填写的内容不符合此栏要求，尚未保存。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Reopened. Hand the tablet over again to go on.</source>
            <translation>已重新开放。请再次交出平板以继续。</translation>
        </message>
        <message>
            <source>By what was just entered, the study advises against asking the participant alone right now. Wait, read aloud, or hand over all the same.</source>
            <translation>根据刚才填写的情况，研究方案不建议现在由受试者独自作答。请稍候、改为朗读，或仍然交出。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::PatientModel</name>
        <message>
            <source>The questions can&apos;t be shown. What you answered before is safe. Please give the tablet to your nurse.</source>
            <translation>问题无法显示。您之前的回答都已安全保存。请把平板交给护士。</translation>
        </message>
        <message>
            <source>This answer doesn&apos;t fit the question, so it was not saved. Please choose again.</source>
            <translation>这个回答不符合题目要求，没有保存。请重新选择。</translation>
        </message>
        <message>
            <source>That could not be saved just now. What you answered before is safe. Please try again, or give the tablet to your nurse.</source>
            <translation>刚才的内容没能保存。您之前的回答都是安全的。请再试一次，或把平板交给护士。</translation>
        </message>
    </context>
</TS>
